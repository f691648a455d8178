/** Which client identifiers a broker must take, and what it does with an empty one. */
import type { Entry } from "../../src/evidence/journal/entry";
import type { Claim } from "../../src/judge/claim";
import { aedes } from "../../src/judge/claims/aedes";
import { fenceAfter } from "../../src/judge/claims/fence";
import { equal, pass } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";
import { greeting, RETURN_CODE } from "./connack-claims";

const IDENTIFIER_REJECTED = 2;

export const idsOfAnyLength: Claim = {
  id: "identifier-lengths",
  title: {
    en: "client identifiers of 1 and of 23 letters and digits are accepted",
    fr: "les identifiants de client de 1 et de 23 lettres et chiffres sont acceptés",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.1.3-5"],
  judge(scene) {
    return pass(["1-char", "23-chars"].flatMap((role) => served(scene, role)));
  },
};

/** Accepted, and answered on that connection. */
function served(scene: Scene, role: string): readonly Entry[] {
  const { connect, connack } = greeting(scene, role);
  equal(RETURN_CODE, connack.packet.code, 0, connect, connack);
  return [connect, connack, fenceAfter(scene, role, connack)];
}

export const noSharedName: Claim = {
  id: "empty-identifier",
  title: {
    en: "two clients with an empty identifier and clean session are served side by side, or refused with return code 2",
    fr: "deux clients sans identifiant, connectés avec clean session, sont servis en même temps, ou refusés avec le code de retour 2",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.1.3-6"],
  hint: {
    en: "Look for “auto-” in the log. What would happen if both clients had the same identifier?",
    fr: "Cherchez « auto- » dans le journal. Que se passerait-il si les deux clients avaient le même identifiant ?",
  },
  judge(scene) {
    const first = greeting(scene, "nameless-1");
    if (first.connack.packet.code !== 0) {
      equal(RETURN_CODE, first.connack.packet.code, IDENTIFIER_REJECTED, first.connect, first.connack);
      return pass(first.connect, first.connack);
    }
    const second = greeting(scene, "nameless-2");
    equal(RETURN_CODE, second.connack.packet.code, 0, second.connect, second.connack);
    const ping = scene.played("PINGREQ", { role: "nameless-1", after: second.connack });
    const because = [first.connack, second.connect, second.connack, ping];
    const alive = scene.answered("PINGRESP", { role: "nameless-1", after: ping }, because);
    return pass(because, alive, fenceAfter(scene, "nameless-2", second.connack));
  },
};

const namesEveryone = aedes(
  {
    en: "Aedes gives every client without an identifier a fresh one, clean session or not (lib/handlers/connect.js), as seen with 1.2.0",
    fr: "Aedes donne un identifiant neuf à tout client qui n’en a pas, clean session ou non (lib/handlers/connect.js), comme observé avec 1.2.0",
  },
  (scene) => greeting(scene, "nobody").connack.packet.code === 0,
);

export const namelessKeptRefused: Claim = {
  id: "empty-identifier-kept",
  title: {
    en: "an empty client identifier without clean session is refused with return code 2",
    fr: "un identifiant de client vide sans clean session est refusé avec le code de retour 2",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.1.3-8"],
  deviations: [namesEveryone],
  hint: {
    en: "Under which name would the broker keep the session?",
    fr: "Sous quel nom le broker conserverait-il la session ?",
  },
  judge(scene) {
    const { connect, connack } = greeting(scene, "nobody");
    equal(RETURN_CODE, connack.packet.code, IDENTIFIER_REJECTED, connect, connack);
    return pass(connect, connack);
  },
};
