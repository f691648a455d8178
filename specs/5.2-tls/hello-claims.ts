import { CERTIFICATE } from "../../src/evidence/wire/tls/message";
import type { Claim } from "../../src/judge/claim";
import { equal, fail, pass } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";
import { clientHello, messagesOf, serverHello, served } from "../../src/judge/tls";
import { same, type Text } from "../../src/words/text";

export const answersOffer: Claim = {
  id: "server-hello",
  title: {
    en: "the ServerHello chooses a version, a cipher suite and a group among those that the client offered",
    fr: "le ServerHello choisit une version, une suite cryptographique et un groupe parmi ceux que le client a offerts",
  },
  rests: ["tls"],
  clauses: ["RFC8446-4.1.2", "RFC8446-4.1.3", "RFC8446-4.2.8"],
  hint: {
    en: "In Wireshark: tls.handshake.type == 1 || tls.handshake.type == 2, then the extensions supported_versions, server_name and key_share.",
    fr: "Dans Wireshark : tls.handshake.type == 1 || tls.handshake.type == 2, puis les extensions supported_versions, server_name et key_share.",
  },
  judge(scene) {
    const { entry: asked, hello: offer } = clientHello(scene, "1.3");
    const { entry: answer, hello: choice } = serverHello(scene, "1.3");
    among(scene, { en: "version", fr: "version" }, choice.selectedVersion, offer.supportedVersions);
    among(scene, { en: "cipher suite", fr: "suite cryptographique" }, choice.cipherSuite, offer.cipherSuites);
    if (choice.keyShare) among(scene, { en: "group", fr: "groupe" }, choice.keyShare, offer.supportedGroups);
    const echo = { en: "session id echoed", fr: "identifiant de session repris" };
    if (choice.selectedVersion.name === "TLS 1.3")
      equal(echo, choice.sessionId.toString("hex"), offer.sessionId.toString("hex"), asked, answer);
    return pass(asked, answer);
  },
};

interface Code {
  readonly id: number;
  readonly name: string;
}

function among(scene: Scene, what: Text, chosen: Code, offered: readonly Code[]): void {
  if (offered.some(({ id }) => id === chosen.id)) return;
  const names = offered.map(({ name }) => name).join(", ");
  fail(
    { en: `${what.en}: one of ${names}`, fr: `${what.fr} : l’un de ${names}` },
    same(chosen.name),
    clientHello(scene, "1.3").entry,
    serverHello(scene, "1.3").entry,
  );
}

export const certificateHidden: Claim = {
  id: "certificate-hidden",
  title: {
    en: "in TLS 1.3 the Certificate message is encrypted: tls.handshake.type == 11 finds nothing without the keys",
    fr: "en TLS 1.3, le message Certificate est chiffré : tls.handshake.type == 11 ne trouve rien sans les clés",
  },
  rests: ["tls"],
  clauses: ["RFC8446-4.4.2"],
  judge(scene) {
    const { entry, hello } = serverHello(scene, "1.3");
    const shown = messagesOf(scene, "1.3").find(({ type }) => type === CERTIFICATE);
    if (hello.selectedVersion.name !== "TLS 1.3") fail("TLS 1.3", same(hello.selectedVersion.name), entry);
    if (shown)
      fail(
        { en: "no Certificate in clear", fr: "aucun Certificate en clair" },
        same("Certificate"),
        entry,
        shown.record,
      );
    const received = served(scene, "1.3");
    if (received === undefined)
      return scene.unplayed({ en: "the broker’s certificate", fr: "le certificat du broker" });
    return pass(entry, received.entry);
  },
};

export const certificateShown: Claim = {
  id: "certificate-shown",
  title: {
    en: "in TLS 1.2 the Certificate message goes in clear, and is the same certificate",
    fr: "en TLS 1.2, le message Certificate circule en clair, et c’est le même certificat",
  },
  rests: ["tls"],
  needs: ["tls1.2"],
  clauses: ["RFC5246-7.4.2"],
  judge(scene) {
    const { entry } = serverHello(scene, "1.2");
    const shown = messagesOf(scene, "1.2").find(({ type }) => type === CERTIFICATE);
    const [leaf] = shown?.certificates ?? [];
    if (shown === undefined || leaf === undefined) return fail("Certificate", NOT_SEEN, entry);
    const hidden = served(scene, "1.3");
    if (hidden === undefined)
      return scene.unplayed({ en: "the broker’s certificate", fr: "le certificat du broker" });
    if (!leaf.equals(hidden.der)) fail(SAME, OTHER, shown.record, hidden.entry);
    return pass(entry, shown.record, hidden.entry);
  },
};

const NOT_SEEN: Text = { en: "no such message in clear", fr: "aucun message de ce genre en clair" };
const SAME: Text = { en: "the certificate served in TLS 1.3", fr: "le certificat servi en TLS 1.3" };
const OTHER: Text = { en: "another certificate", fr: "un autre certificat" };
