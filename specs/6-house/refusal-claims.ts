/** How a broker refuses what the standard forbids, and that nothing comes of it all the same. */
import type { ClosedEntry, Entry } from "../../src/evidence/journal/entry";
import { atLeast } from "../../src/evidence/broker";
import type { Cause } from "../../src/evidence/log/event/disconnections";
import { describe } from "../../src/evidence/wire/mqtt/packet";
import type { Claim } from "../../src/judge/claim";
import { fenceAfter } from "../../src/judge/claims/fence";
import { fail, pass } from "../../src/judge/finding";
import type { Scene, Seen } from "../../src/judge/scene";
import { same, type Text } from "../../src/words/text";
import { nulDelivered } from "./aedes-departures";
import { BAIT, BAITS, CONTROL, OFFENCES, WITNESS, type Offence, type Rule } from "./offences";
import { list } from "./received";

const REFUSAL = 0x80;

const EXPECTED: Readonly<Record<Offence["packet"], Text>> = {
  SUBSCRIBE: {
    en: "the broker closes the connection, or answers SUBACK with 128 (failure)",
    fr: "le broker ferme la connexion, ou répond un SUBACK avec 128 (échec)",
  },
  PUBLISH: { en: "the broker closes the connection", fr: "le broker ferme la connexion" },
};

export function refused({ offences, ...claim }: Rule): Claim {
  return {
    ...claim,
    rests: ["wire"],
    judge: (scene) => pass(control(scene), ...offences.map((offence) => refusal(scene, offence))),
  };
}

/** The forbidden packet. What does not decode is one too: a string with U+0000 may count as malformed. */
function offending(scene: Scene, { role, packet }: Offence): Entry {
  const connack = scene.answered("CONNACK", { role });
  const sent = scene.exchange(role, { after: connack }).find((entry) => entry.from === "client");
  return sent ?? scene.played(packet, { role });
}

/** The packet and the broker's refusal of it. Fails without one. */
function refusal(scene: Scene, offence: Offence): readonly Entry[] {
  const sent = offending(scene, offence);
  const suback = scene.packets("broker", "SUBACK", { role: offence.role, after: sent })[0];
  if (suback && suback.packet.codes.every((code) => code >= REFUSAL)) return [sent, suback];
  const closed = closedByBroker(scene, offence.role, sent);
  const answers = scene.exchange(offence.role, { after: sent }).filter((entry) => entry.from === "broker");
  if (closed && answers.length === 0) return [sent, closed];
  return fail(
    EXPECTED[offence.packet],
    instead(answers.map((entry) => describe(entry.packet))),
    sent,
    answers,
  );
}

function instead(answers: readonly string[]): Text {
  if (answers.length > 0) return same(answers.slice(0, 3).join(", "));
  return { en: "neither an answer nor a close", fr: "ni réponse ni fermeture" };
}

function closedByBroker(scene: Scene, role: string, after: Entry): ClosedEntry | undefined {
  return scene.closings(role).find((entry) => entry.by === "broker" && scene.precedes(after, entry));
}

/**
 * An equal connection that keeps to the rules was alive after all the others had been closed: so it was not the network,
 * nor the broker's end. Fails when it was not.
 */
function control(scene: Scene): Seen<"PINGRESP"> {
  const bait = scene.played("PUBLISH", { role: BAIT });
  const left = scene.packets("client", "DISCONNECT", { role: CONTROL })[0];
  const closed = scene.closings(CONTROL).find((entry) => entry.by === "broker");
  if (closed && (left === undefined || scene.precedes(closed, left))) {
    fail(
      {
        en: "the connection that keeps to the rules lives on",
        fr: "la connexion conforme aux règles subsiste",
      },
      { en: "the broker closed it too", fr: "le broker l’a fermée elle aussi" },
      closed,
    );
  }
  const ping = scene.played("PINGREQ", { role: CONTROL, after: bait });
  return scene.answered("PINGRESP", { role: CONTROL, after: ping }, [ping]);
}

export const controlSurvives: Claim = {
  id: "valid-accepted",
  title: {
    en: "the same with a valid filter and a valid topic is accepted, and the connection lives on",
    fr: "la même chose avec un filtre et un topic valides est acceptée, et la connexion subsiste",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.8.4-1", "MQTT-3.8.4-5"],
  judge(scene) {
    const subscribe = scene.played("SUBSCRIBE", { role: CONTROL });
    const suback = scene.answered("SUBACK", { role: CONTROL, after: subscribe }, [subscribe]);
    if (suback.packet.codes.some((code) => code >= REFUSAL)) {
      fail(
        { en: "the subscription is granted", fr: "l’abonnement est accordé" },
        describe(suback.packet),
        subscribe,
        suback,
      );
    }
    const sent = scene.played("PUBLISH", { role: CONTROL });
    const topic = sent.packet.topic;
    return pass(
      suback,
      scene.answered("PUBLISH", { role: WITNESS, topic, after: sent }, [sent]),
      control(scene),
    );
  },
};

export const nothingDelivered: Claim = {
  id: "nothing-delivered",
  title: {
    en: "nothing is delivered for a refused filter, and nothing of a refused PUBLISH",
    fr: "rien n’est livré pour un filtre refusé, ni rien d’un PUBLISH refusé",
  },
  rests: ["wire"],
  clauses: ["MQTT-4.7.1-1", "MQTT-4.7.1-2", "MQTT-4.7.1-3"],
  deviations: [nulDelivered],
  hint: {
    en: "Publish on topics that a loose reading of the filter would match: who receives them?",
    fr: "Publiez sur des topics qu’une lecture trop large du filtre accepterait : qui les reçoit ?",
  },
  judge(scene) {
    const allowed = [CONTROL, BAIT].flatMap((role) => scene.packets("client", "PUBLISH", { role }));
    const last = allowed.at(-1) ?? scene.played("PUBLISH", { role: BAIT });
    const end = fenceAfter(scene, WITNESS, last);
    const atWitness = scene.packets("broker", "PUBLISH", { role: WITNESS, before: end });
    const known = new Set(allowed.map((entry) => entry.packet.topic));
    const baits = atWitness.filter((entry) => known.has(entry.packet.topic));
    // Were the baits not delivered to those who may have them, their absence elsewhere would say nothing.
    if (baits.length < BAITS.length)
      fail(list([...known]), list(baits.map((entry) => entry.packet.topic)), atWitness, end);
    const wrong = [
      ...atWitness.filter((entry) => !known.has(entry.packet.topic)),
      ...OFFENCES.flatMap(({ role }) => scene.packets("broker", "PUBLISH", { role })),
    ];
    if (wrong.length > 0) {
      fail(
        { en: "no delivery", fr: "aucune livraison" },
        same(wrong.map((entry) => describe(entry.packet)).join(", ")),
        wrong,
      );
    }
    return pass(baits, end);
  },
};

export const loggedWhy: Claim = {
  id: "logged",
  title: {
    en: "the log tells of each connection that the broker closed for it",
    fr: "le journal relate chaque connexion que le broker a fermée pour cette raison",
  },
  rests: ["log", "wire"],
  clauses: ["MQTT-4.8.0-1"],
  hint: {
    en: "Look for “disconnected” in the log and read the words that follow the client’s name.",
    fr: "Cherchez « disconnected » dans le journal et lisez les mots qui suivent le nom du client.",
  },
  judge(scene) {
    return pass(
      OFFENCES.flatMap((offence) => {
        const closed = closedByBroker(scene, offence.role, offending(scene, offence));
        return closed ? [closed, blamed(scene, offence.role, closed)] : [];
      }),
    );
  },
};

/** Ways to leave of which the log would blame no forbidden packet. Versions 1.x call the broker's own close so too. */
function innocent(scene: Scene, cause: Cause): boolean {
  if (cause === "closed") return atLeast(scene.broker.version, "2.0.0") === true;
  return cause === "clean" || cause === "timeout" || cause === "taken-over";
}

function blamed(scene: Scene, role: string, closed: ClosedEntry): Entry {
  const lines = scene.logged(role, "disconnected");
  const line = lines.find(({ event }) => !innocent(scene, event.cause));
  if (line) return line.entry;
  const client = scene.client(role);
  return fail(
    {
      en: `a line on why ${client} was disconnected`,
      fr: `une ligne sur la raison de la déconnexion de ${client}`,
    },
    lines[0] ? same(lines[0].entry.text) : { en: "no such line", fr: "pas de telle ligne" },
    closed,
    scene.log(role).map(({ entry }) => entry),
  );
}
