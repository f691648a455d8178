/** The SUBACK: that it comes, and what it grants. */
import type { Claim } from "../../src/judge/claim";
import { everyRequestAnswered } from "../../src/judge/claims/acknowledged";
import { fenceAfter } from "../../src/judge/claims/fence";
import { fail, pass } from "../../src/judge/finding";
import type { Scene, Seen } from "../../src/judge/scene";
import { phrase, type Text } from "../../src/words/text";

const CODES: Text = { en: "return codes", fr: "codes de retour" };

/** 0x80 is a refusal; above 2 there is nothing else in MQTT 3.1.1 (clause 3.9.3). */
const VALID: ReadonlySet<number> = new Set([0, 1, 2, 0x80]);

/** The SUBSCRIBE with several filters, and the SUBACK that came for it: its identifier is another claim's matter. */
export function subscription(scene: Scene): {
  readonly sent: Seen<"SUBSCRIBE">;
  readonly suback: Seen<"SUBACK">;
} {
  const sent = scene.played("SUBSCRIBE", { role: "subscriber" });
  return { sent, suback: scene.answered("SUBACK", { role: "subscriber", after: sent }, [sent]) };
}

function list(codes: readonly number[]): Text {
  return phrase`${CODES} ${codes.join(", ")}`;
}

export const subacks: Claim = {
  id: "suback",
  title: {
    en: "the broker answers each SUBSCRIBE, however many filters it has, with one SUBACK of the same packet identifier",
    fr: "le broker répond à chaque SUBSCRIBE, quel que soit son nombre de filtres, par un seul SUBACK portant le même identifiant de paquet",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.8.4-1", "MQTT-3.8.4-2", "MQTT-3.8.4-4", "MQTT-2.3.1-7"],
  hint: {
    en: "The log does not tell the packet identifier of these two packets: the capture does.",
    fr: "Le journal ne donne pas l’identifiant de ces deux paquets : la capture le donne.",
  },
  judge(scene) {
    const found = everyRequestAnswered(scene, { role: "subscriber", request: "SUBSCRIBE", answer: "SUBACK" });
    // A second SUBACK would have come by then.
    fenceAfter(scene, "subscriber", subscription(scene).suback);
    return found;
  },
};

export const grantedInOrder: Claim = {
  id: "granted",
  title: {
    en: "the SUBACK grants each filter the QoS asked for, in the order of the filters",
    fr: "le SUBACK accorde à chaque filtre la QoS demandée, dans l’ordre des filtres",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.8.4-5", "MQTT-3.9.3-1"],
  hint: {
    en: "One return code a filter: which belongs to which?",
    fr: "Un code de retour par filtre : lequel correspond à lequel ?",
  },
  judge(scene) {
    const { sent, suback } = subscription(scene);
    const asked = sent.packet.filters.map(({ qos }) => qos);
    if (asked.join() === suback.packet.codes.join()) return pass(sent, suback);
    return fail(list(asked), list(suback.packet.codes), sent, suback);
  },
};

export const onlyValidCodes: Claim = {
  id: "valid-codes",
  title: {
    en: "the SUBACK’s return codes are 0, 1, 2 or 128 and no others",
    fr: "les codes de retour du SUBACK sont 0, 1, 2 ou 128 et rien d’autre",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.9.3-2"],
  judge(scene) {
    const { sent, suback } = subscription(scene);
    const { codes } = suback.packet;
    if (codes.length > 0 && codes.every((code) => VALID.has(code))) return pass(sent, suback);
    return fail(list([...VALID]), list(codes), sent, suback);
  },
};
