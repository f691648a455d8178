import type { Entry } from "../../src/evidence/journal/entry";
import type { Claim } from "../../src/judge/claim";
import { fail, pass } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";
import { phrase, type Text } from "../../src/words/text";
import { dropOf, endOfSilence, lagOf, silentRoles } from "./silence";

/** Evidence about each silent client, one after another. */
function each(scene: Scene, judge: (role: string) => readonly Entry[]): readonly Entry[] {
  const roles = silentRoles(scene);
  if (roles.length === 0) scene.unplayed({ en: "silent clients", fr: "des clients silencieux" });
  return roles.flatMap(judge);
}

const closedAfter = (role: string, seconds: number): Text =>
  phrase`${role}${{ en: " closed after ", fr: " fermée au bout de " }}${seconds.toFixed(2)} s`;

export const notEarly: Claim = {
  id: "not-early",
  title: {
    en: "no silent client is dropped before its keep alive, counted one and a half times in whole seconds, is over",
    fr: "aucun client silencieux n’est déconnecté avant une fois et demie son keep alive, comptée en secondes entières",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.1.2-24"],
  hint: {
    en: "k is a number of seconds. How long after the last packet may the broker close?",
    fr: "k est un nombre de secondes. Combien de temps après le dernier paquet le broker peut-il fermer ?",
  },
  judge: (scene) =>
    pass(
      each(scene, (role) => {
        const { connect, closed, bounds } = dropOf(scene, role);
        // From the CONNECT on its way to the broker: a busy machine can only make this longer.
        const end = closed ?? endOfSilence(scene);
        const seconds = (end.at - connect.at) / 1000;
        if (seconds < bounds.least) {
          const expected = phrase`${role} ≥ ${bounds.least.toFixed(2)} s`;
          if (closed === undefined) return scene.unplayed(expected);
          fail(expected, closedAfter(role, seconds), connect, closed);
        }
        return [connect, end];
      }),
    ),
};

export const notLate: Claim = {
  id: "not-late",
  title: {
    en: "each silent client is dropped as soon as this broker’s check of the keep alive can come",
    fr: "chaque client silencieux est déconnecté dès que ce broker peut vérifier le keep alive",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.1.2-24"],
  hint: {
    en: "Some versions of Mosquitto look only every few seconds: how late may they be?",
    fr: "Certaines versions de Mosquitto ne vérifient que toutes les quelques secondes : quel retard peuvent-elles avoir ?",
  },
  judge: (scene) =>
    pass(
      each(scene, (role) => {
        const { connack, closed, seconds, bounds } = dropOf(scene, role);
        const expected = phrase`${role} ≤ ${bounds.most.toFixed(2)} s`;
        if (closed !== undefined && seconds !== undefined) {
          if (seconds > bounds.most) fail(expected, closedAfter(role, seconds), connack, closed);
          return [connack, closed];
        }
        const end = endOfSilence(scene);
        const waited = (end.at - connack.at) / 1000;
        if (waited < bounds.most) scene.unplayed(expected);
        const open = { en: " still open after ", fr: " toujours ouverte au bout de " };
        return fail(expected, phrase`${role}${open}${waited.toFixed(2)} s`, connack, end);
      }),
    ),
};

export const logged: Claim = {
  id: "logged",
  title: {
    en: "the log says of each silent client that it exceeded its time",
    fr: "le journal dit de chaque client silencieux qu’il a dépassé son délai",
  },
  rests: ["log", "wire"],
  hint: {
    en: "Which line of the log ends each of these clients? It is not the line of a DISCONNECT.",
    fr: "Quelle ligne du journal met fin à chacun de ces clients ? Ce n’est pas celle d’un DISCONNECT.",
  },
  judge: (scene) =>
    pass(
      each(scene, (role) => {
        const { closed } = dropOf(scene, role);
        if (closed === undefined)
          return scene.unplayed({ en: `the end of ${role}`, fr: `la fin de ${role}` });
        const lines = scene.logged(role, "disconnected");
        const [line] = lines;
        if (line?.event.cause === "timeout") return [closed, line.entry];
        const expected = { en: "a line “exceeded timeout”", fr: "une ligne « exceeded timeout »" };
        const entries = lines.map(({ entry }) => entry);
        const actual = entries.map(({ text }) => text).join(" / ");
        return fail(
          expected,
          actual === "" ? { en: "no such line", fr: "aucune ligne" } : actual,
          closed,
          entries,
        );
      }),
    ),
};

/** Inconclusive unless the observer's subscription was answered. */
function subscribed(scene: Scene): void {
  const filters = scene.played("SUBSCRIBE", { role: "observer" });
  if (scene.packets("broker", "SUBACK", { role: "observer", after: filters }).length === 0)
    scene.unplayed({ en: "a SUBACK for “observer”", fr: "un SUBACK pour « observer »" });
}

export const willPublished: Claim = {
  id: "will",
  title: {
    en: "the will of each silent client is published when it is dropped, not before",
    fr: "le testament de chaque client silencieux est publié quand il est déconnecté, pas avant",
  },
  rests: ["wire", "message"],
  clauses: ["MQTT-3.1.2-8"],
  hint: {
    en: "What did the client leave with the broker in its CONNECT?",
    fr: "Qu’est-ce que le client a confié au broker dans son CONNECT ?",
  },
  judge: (scene) =>
    pass(
      each(scene, (role) => {
        const { connect, closed } = dropOf(scene, role);
        const { will } = connect.packet;
        // Who was not subscribed could not be told.
        if (scene.messages("observer").length === 0) subscribed(scene);
        if (closed === undefined || will === undefined)
          return scene.unplayed({ en: `the end of ${role}`, fr: `la fin de ${role}` });
        const got = scene.answered("PUBLISH", { role: "observer", topic: will.topic }, [connect, closed]);
        const ahead = closed.at - got.at;
        // The broker closes and publishes in one breath, but on two connections.
        if (ahead > 500 + 1000 * lagOf(scene))
          fail(
            { en: "the will after the close", fr: "le testament après la fermeture" },
            { en: `${Math.round(ahead)} ms before it`, fr: `${Math.round(ahead)} ms avant` },
            got,
            closed,
          );
        const message = scene.messages("observer", { topic: will.topic })[0];
        if (message?.payload.equals(will.payload)) return [closed, got, message];
        const words = { en: "the will as it was left", fr: "le testament tel que confié" };
        return fail(words, scene.insteadOf({ role: "observer" }), connect, got, message ? [message] : []);
      }),
    ),
};
