import { describe } from "../../src/evidence/wire/mqtt/packet";
import type { Claim } from "../../src/judge/claim";
import { endingLine } from "../../src/judge/claims/ending-line";
import { publishLines, sameAsPackets } from "../../src/judge/claims/publish-line";
import { fail, pass } from "../../src/judge/finding";
import type { LogSighting } from "../../src/judge/log-view";
import type { Scene } from "../../src/judge/scene";
import { cut, cutOnes, delivery, heardOnes, politeOnes, type Testator } from "./wills";

const NO_LINE = { en: "no such line in the log", fr: "aucune ligne de ce genre dans le journal" };

/** The line about a will and the next, which has its topic. */
function willLines(scene: Scene, { role, connect, will }: Testator): readonly LogSighting[] {
  const retain = Number(will.retain);
  const expected = `Will message specified (${will.payload.length} bytes) (r${retain}, q${will.qos}).`;
  const line = scene.logged(role, "will")[0];
  if (line === undefined) return fail(expected, NO_LINE, connect);
  const { bytes, qos } = line.event;
  if (bytes !== will.payload.length || qos !== will.qos || line.event.retain !== will.retain)
    fail(expected, line.entry.text, connect, line.entry);
  const topic = scene.logged(role, "topic")[0];
  if (topic?.event.topic !== will.topic)
    return fail(will.topic, topic?.entry.text ?? NO_LINE, connect, line.entry);
  return [line, topic];
}

export const logsWills: Claim = {
  id: "will-lines",
  title: {
    en: "for each will the log has its size, r, q and topic when the client connects",
    fr: "pour chaque testament, le journal donne sa taille, r, q et son topic à la connexion du client",
  },
  rests: ["log", "wire"],
  hint: {
    en: "Two lines follow “New client connected”; the second is only a topic.",
    fr: "Deux lignes suivent « New client connected » ; la seconde n’est qu’un topic.",
  },
  judge: (scene) =>
    pass(
      [...cutOnes(scene), ...politeOnes(scene)].flatMap((left) => [
        left.connect,
        ...willLines(scene, left).map(({ entry }) => entry),
      ]),
    ),
};

export const logsEnds: Claim = {
  id: "end-lines",
  title: {
    en: "the log tells a connection that was cut from one that ended with DISCONNECT",
    fr: "le journal distingue une connexion coupée d’une connexion terminée par DISCONNECT",
  },
  rests: ["log", "wire"],
  hint: {
    en: "Compare the last line about each client with what became of its will.",
    fr: "Comparez la dernière ligne sur chaque client avec le sort de son testament.",
  },
  judge: (scene) =>
    pass(
      cutOnes(scene).flatMap(({ role }) => [cut(scene, role), endingLine(scene, role, "cut")]),
      politeOnes(scene).flatMap(({ role }) => [cut(scene, role), endingLine(scene, role, "disconnect")]),
    ),
};

export const logsNoWill: Claim = {
  id: "no-will-line",
  title: {
    en: "for a client without one the log says that no will was specified",
    fr: "pour un client qui n’en a pas, le journal dit qu’aucun testament n’a été indiqué",
  },
  rests: ["log", "wire"],
  hint: {
    en: "Which line follows “New client connected”?",
    fr: "Quelle ligne suit « New client connected » ?",
  },
  judge(scene) {
    const connect = scene.played("CONNECT", { role: "willless" });
    const line = scene.logged("willless", "no-will")[0];
    if (line) return pass(connect, line.entry);
    const other = scene.logged("willless", "will").map(({ entry }) => entry);
    return fail("No will message specified.", other[0]?.text ?? NO_LINE, connect, other);
  },
};

export const onlySent: Claim = {
  id: "only-sent",
  title: {
    en: "in the log a will is a “Sending PUBLISH” without a “Received PUBLISH”: no client published it",
    fr: "dans le journal, un testament est un « Sending PUBLISH » sans « Received PUBLISH » : aucun client ne l’a publié",
  },
  rests: ["log", "wire"],
  hint: {
    en: "Who sends the will, and who has been gone for a while by then?",
    fr: "Qui envoie le testament, et qui est déjà parti à ce moment-là ?",
  },
  judge: (scene) =>
    pass(
      heardOnes(scene).flatMap((left) => {
        const got = delivery(scene, left);
        const received = publishLines(scene, left.role, "client", left.will.topic).map(({ entry }) => entry);
        if (received.length > 0) fail(describe(got.packet), received[0]?.text ?? "", got, received);
        const sending = publishLines(scene, "observer", "broker", left.will.topic);
        return [left.connect, ...sameAsPackets([got], sending)];
      }),
    ),
};
