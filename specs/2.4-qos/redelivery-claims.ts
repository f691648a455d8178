/** The subscriber's leg: messages without PUBACK, before and after the connection was lost. */
import type { Claim } from "../../src/judge/claim";
import { aedes } from "../../src/judge/claims/aedes";
import { nothingBut } from "../../src/judge/claims/fence";
import { publications } from "../../src/judge/claims/publication";
import { connection, resumed } from "../../src/judge/claims/resumed";
import { equal, fail, pass } from "../../src/judge/finding";
import type { Scene, Seen } from "../../src/judge/scene";
import { join, same, type Text } from "../../src/words/text";

/** The same message twice: as first sent, and as sent after the return. */
interface Redelivery {
  readonly first: Seen<"PUBLISH">;
  readonly again: Seen<"PUBLISH">;
}

/**
 * What the broker had sent when the connection was lost: one message at least, and no more than its limit of messages
 * in flight.
 */
function unanswered(scene: Scene): readonly Seen<"PUBLISH">[] {
  const sent = scene.played("PUBLISH", { role: "publisher" });
  scene.answered("PUBLISH", { role: "subscriber", after: sent }, [sent]);
  return scene.packets("broker", "PUBLISH", { role: "subscriber" });
}

/** Each of them with its second delivery. Fails where there is none. */
function redeliveries(scene: Scene): readonly Redelivery[] {
  const { connect } = connection(scene, "returned");
  return distinct(unanswered(scene)).map((first) => {
    const again = scene
      .packets("broker", "PUBLISH", { role: "returned" })
      .find((entry) => entry.packet.payload.equals(first.packet.payload));
    if (again) return { first, again };
    const missing = scene.insteadOf({ role: "returned", after: connect });
    return fail({ en: "the same PUBLISH again", fr: "le même PUBLISH de nouveau" }, missing, first, connect);
  });
}

/** Without those that came twice on the first connection, which is another claim's matter. */
function distinct(sent: readonly Seen<"PUBLISH">[]): readonly Seen<"PUBLISH">[] {
  return sent.filter(
    (entry, i) => sent.findIndex((other) => other.packet.payload.equals(entry.packet.payload)) === i,
  );
}

const evidence = (all: readonly Redelivery[]) => all.flatMap(({ first, again }) => [first, again]);

export const firstTime: Claim = {
  id: "first-delivery",
  title: {
    en: "the first time, the message is sent with DUP 0",
    fr: "la première fois, le message est envoyé avec DUP à 0",
  },
  rests: ["wire"],
  clauses: ["MQTT-4.3.2-1"],
  judge(scene) {
    const sent = distinct(unanswered(scene));
    for (const entry of sent) equal(same("DUP (d)"), Number(entry.packet.dup), 0, entry);
    return pass(sent);
  },
};

export const notOnLive: Claim = {
  id: "not-on-live",
  title: {
    en: "while the connection lives, a message without PUBACK is not sent again",
    fr: "tant que la connexion vit, un message sans PUBACK n’est pas renvoyé",
  },
  rests: ["wire"],
  hint: {
    en: "TCP already repeats lost segments. When is a repetition by MQTT of any use?",
    fr: "TCP répète déjà les segments perdus. Quand une répétition par MQTT est-elle utile ?",
  },
  judge(scene) {
    const [first, ...others] = distinct(unanswered(scene));
    if (first === undefined) return pass();
    // To the last answer of the connection: the broker may take its time before it repeats.
    const beyond = scene
      .packets("client", "PINGREQ", { role: "subscriber", connection: first.connection })
      .at(-2);
    const observed = {
      role: "subscriber",
      after: first,
      connection: first.connection,
      ...(beyond ? { beyond } : {}),
    };
    return pass(first, nothingBut(scene, observed, [first, ...others]));
  },
};

export const kept: Claim = {
  id: "session-present",
  title: {
    en: "when the subscriber returns, the CONNACK says that its session is present",
    fr: "au retour de l’abonné, le CONNACK indique que sa session est présente",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.2.2-2"],
  judge(scene) {
    const { connect, connack } = resumed(scene, "returned");
    return pass(scene.played("CONNECT", { role: "subscriber" }), connect, connack);
  },
};

export const comesAgain: Claim = {
  id: "comes-again",
  title: {
    en: "after the return, every message without PUBACK is sent again",
    fr: "après le retour, tout message sans PUBACK est renvoyé",
  },
  rests: ["wire"],
  clauses: ["MQTT-4.4.0-1", "MQTT-4.3.2-1"],
  hint: {
    en: "What does “at least once” mean for a message whose acknowledgement never came?",
    fr: "Que signifie « au moins une fois » pour un message dont l’acquittement n’est jamais venu ?",
  },
  judge: (scene) => pass(evidence(redeliveries(scene))),
};

export const samePacketId: Claim = {
  id: "same-packet-id",
  title: {
    en: "it is sent again with the same packet identifier",
    fr: "il est renvoyé avec le même identifiant de paquet",
  },
  rests: ["wire"],
  clauses: ["MQTT-2.3.1-4", "MQTT-4.4.0-1"],
  hint: {
    en: "Look at the m of both “Sending PUBLISH” lines.",
    fr: "Regardez le m des deux lignes « Sending PUBLISH ».",
  },
  judge(scene) {
    const all = redeliveries(scene);
    for (const { first, again } of all) {
      const name = { en: "packet identifier", fr: "identifiant de paquet" };
      equal(name, again.packet.packetId, first.packet.packetId ?? 0, first, again);
    }
    return pass(evidence(all));
  },
};

const repeatsAsStored = aedes(
  {
    en: "Aedes sends a stored message again as it stored it, with DUP 0 (emptyQueue in lib/handlers/connect.js), as seen with 1.2.0",
    fr: "Aedes renvoie un message tel qu’il l’a enregistré, avec DUP à 0 (emptyQueue dans lib/handlers/connect.js), comme observé avec 1.2.0",
  },
  (scene) => redeliveries(scene).every(({ again }) => !again.packet.dup),
);

export const markedAsDuplicate: Claim = {
  id: "dup",
  title: { en: "it is sent again with DUP 1", fr: "il est renvoyé avec DUP à 1" },
  rests: ["wire"],
  clauses: ["MQTT-3.3.1-1"],
  deviations: [repeatsAsStored],
  hint: {
    en: "Look at the d of both “Sending PUBLISH” lines.",
    fr: "Regardez le d des deux lignes « Sending PUBLISH ».",
  },
  judge(scene) {
    const all = redeliveries(scene);
    for (const { first, again } of all) equal(same("DUP (d)"), Number(again.packet.dup), 1, first, again);
    return pass(evidence(all));
  },
};

export const inOrder: Claim = {
  id: "order",
  title: {
    en: "after the return, the messages come in the order in which they were published",
    fr: "après le retour, les messages viennent dans l’ordre de leur publication",
  },
  rests: ["wire"],
  clauses: ["MQTT-4.6.0-1"],
  judge(scene) {
    const published = publications(scene, "publisher", "unanswered").map(words);
    redeliveries(scene);
    const got = scene.packets("broker", "PUBLISH", { role: "returned" });
    const came = distinct(got).map(words);
    if (came.join() === published.join()) return pass(got);
    return fail(list(published), list(came), got);
  },
};

const words = ({ packet }: Seen<"PUBLISH">) => packet.payload.toString();
const list = (payloads: readonly string[]): Text => join(payloads.map(same), " → ");

export const doneWith: Claim = {
  id: "not-after-puback",
  title: {
    en: "once its PUBACK has come, a message is not sent again, not even after another return",
    fr: "une fois son PUBACK reçu, un message n’est plus renvoyé, même après un nouveau retour",
  },
  rests: ["wire"],
  clauses: ["MQTT-4.3.2-1"],
  judge(scene) {
    const { connack } = connection(scene, "later");
    const pubacks = scene.packets("client", "PUBACK", { role: "returned" });
    return pass(pubacks, connack, nothingBut(scene, { role: "later", after: connack }));
  },
};

export const loggedAgain: Claim = {
  id: "log-dup",
  title: {
    en: "the log shows both deliveries: d0, then d1 with the same m",
    fr: "le journal montre les deux livraisons : d0, puis d1 avec le même m",
  },
  rests: ["log", "wire"],
  judge(scene) {
    const all = redeliveries(scene);
    const lines = all.flatMap(({ first, again }) => [line(scene, first, false), line(scene, again, true)]);
    return pass(evidence(all), lines);
  },
};

/** The line “Sending PUBLISH …” with that d and the packet's own m. Fails without. */
function line(scene: Scene, sent: Seen<"PUBLISH">, dup: boolean) {
  const { packetId, topic } = sent.packet;
  const fields = { from: "broker", type: "PUBLISH", dup, topic } as const;
  const found = scene
    .logged("subscriber", "packet", fields)
    .find(({ event }) => event.type === "PUBLISH" && event.packetId === packetId);
  if (found) return found.entry;
  return fail(
    `Sending PUBLISH to ${scene.client("subscriber")} (d${Number(dup)}, …, m${packetId ?? 0}, …)`,
    { en: "no such line", fr: "aucune ligne de ce genre" },
    sent,
  );
}
