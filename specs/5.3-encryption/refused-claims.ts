import { atLeast } from "../../src/evidence/broker";
import type { Claim } from "../../src/judge/claim";
import { between, failedHandshake, isProtocolError } from "../../src/judge/claims/between";
import { fail, pass } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";
import { answeredHello, clientHello, recordsOf } from "../../src/judge/tls";
import { same, type Text } from "../../src/words/text";

/** The end of a role's only connection. */
function ending(scene: Scene, role: string) {
  return scene.closings(role)[0];
}

const BY_THE_BROKER: Text = {
  en: "the broker closes the connection",
  fr: "le broker ferme la connexion",
};
const STAYS_OPEN: Text = { en: "the connection stays open", fr: "la connexion reste ouverte" };

export const plainRefused: Claim = {
  id: "plain-on-tls",
  title: {
    en: "MQTT without TLS gets nowhere on the TLS port: no CONNACK, and the broker closes",
    fr: "MQTT sans TLS n’aboutit pas sur le port TLS : pas de CONNACK, et le broker ferme la connexion",
  },
  rests: ["wire", "tls"],
  judge(scene) {
    const role = "plain-on-tls";
    const connect = scene.played("CONNECT", { role });
    const [answer] = scene.packets("broker", "CONNACK", { role });
    if (answer) fail(BY_THE_BROKER, same("CONNACK"), connect, answer);
    const end = ending(scene, role);
    if (end?.by !== "broker") fail(BY_THE_BROKER, STAYS_OPEN, connect, end ?? []);
    return pass(connect, recordsOf(scene, role), end);
  },
};

export const tlsRefused: Claim = {
  id: "tls-on-plain",
  title: {
    en: "TLS gets nowhere on the plain port: no ServerHello, and the broker closes",
    fr: "TLS n’aboutit pas sur le port en clair : pas de ServerHello, et le broker ferme la connexion",
  },
  rests: ["wire", "tls"],
  judge(scene) {
    const role = "tls-on-plain";
    const { entry } = clientHello(scene, role);
    const answer = answeredHello(scene, role);
    if (answer) fail(BY_THE_BROKER, same("ServerHello"), entry, answer.entry);
    const end = ending(scene, role);
    if (end?.by !== "broker") fail(BY_THE_BROKER, STAYS_OPEN, entry, end ?? []);
    return pass(entry, end);
  },
};

export const plainInLog: Claim = {
  id: "log-plain-on-tls",
  title: {
    en: "the log tells of plain MQTT on the TLS port as of a failed handshake",
    fr: "le journal relate MQTT en clair sur le port TLS comme une négociation qui a échoué",
  },
  rests: ["tls", "log"],
  needs: ["tls-in-log"],
  hint: {
    en: "OpenSSL reads the first bytes as a TLS record: the “version number” that it complains of is a piece of the CONNECT.",
    fr: "OpenSSL lit les premiers octets comme un enregistrement TLS : le « version number » dont il se plaint est un morceau du CONNECT.",
  },
  judge(scene) {
    const connect = scene.played("CONNECT", { role: "plain-on-tls" });
    const lines = between(scene, "before", "between");
    const told = failedHandshake(lines, (text) => !OTHER_FAILURES.test(text));
    if (told) return pass(connect, told);
    return fail(
      FAILED_HANDSHAKE,
      NO_LINE,
      connect,
      lines.map(({ entry }) => entry),
    );
  },
};

/** What OpenSSL says of handshakes that do begin with a ClientHello; for anything else its words differ by version. */
const OTHER_FAILURES = /alert|unexpected eof|no suitable|no shared|unsupported protocol|certificate/;

const FAILED_HANDSHAKE: Text = {
  en: "“OpenSSL Error …” and “Client … disconnected”, or “Client connection from … failed: …”",
  fr: "« OpenSSL Error … » et « Client … disconnected », ou « Client connection from … failed: … »",
};
const NO_LINE: Text = { en: "no such line in the log", fr: "aucune ligne de ce genre dans le journal" };

export const tlsInLog: Claim = {
  id: "log-tls-on-plain",
  title: {
    en: "the log tells of TLS on the plain port: a protocol error, which Mosquitto 2.1 recognises for what it is",
    fr: "le journal relate TLS sur le port en clair : une erreur de protocole, que Mosquitto 2.1 reconnaît pour ce qu’elle est",
  },
  rests: ["tls", "log"],
  judge(scene) {
    const { entry: asked } = clientHello(scene, "tls-on-plain");
    const lines = between(scene, "between", "after");
    const recognised = lines.find(({ event }) => event.kind === "looks-like-tls");
    const end = lines.find(({ event }) => isProtocolError(event));
    const expected =
      atLeast(scene.broker.version, "2.1.0") === true ? "… appears to be using TLS …" : "… protocol error.";
    if (end === undefined || (recognised === undefined && expected.includes("TLS")))
      return fail(
        expected,
        NO_LINE,
        asked,
        lines.map(({ entry }) => entry),
      );
    return pass(asked, recognised?.entry ?? [], end.entry);
  },
};
