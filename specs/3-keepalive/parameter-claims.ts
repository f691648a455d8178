import { protocolNumber } from "../../src/evidence/log/version";
import type { Level } from "../../src/evidence/wire/mqtt/packet";
import type { Claim } from "../../src/judge/claim";
import { connectedLine, type Connected } from "../../src/judge/claims/connected-line";
import { equal, fail, inconclusive, pass } from "../../src/judge/finding";
import type { Scene, Seen } from "../../src/judge/scene";
import { same } from "../../src/words/text";

function connects(scene: Scene, level?: Level): readonly Seen<"CONNECT">[] {
  scene.played("CONNECT");
  const found = scene
    .packets("client", "CONNECT")
    .filter(({ packet }) => level === undefined || packet.level === level);
  return found.length > 0 ? found : scene.unplayed(same(`CONNECT (level ${level ?? ""})`));
}

/** The CONNECTs that were accepted, with their lines. The older and newer protocols need not be. */
function lines(scene: Scene): readonly (Connected & { readonly connect: Seen<"CONNECT"> })[] {
  return connects(scene)
    .filter((connect) => connect.packet.level === 4 || isAccepted(scene, connect))
    .map((connect) => ({ connect, ...connectedLine(scene, connect) }));
}

function isAccepted(scene: Scene, { role }: Seen<"CONNECT">): boolean {
  return scene.packets("broker", "CONNACK", { role })[0]?.packet.code === 0;
}

export const accepted: Claim = {
  id: "accepted",
  title: {
    en: "a new client of MQTT 3.1.1 is accepted with c1 and with c0, and no session is there yet",
    fr: "un nouveau client MQTT 3.1.1 est accepté avec c1 comme avec c0, sans qu’une session existe déjà",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.1.4-4", "MQTT-3.2.0-1", "MQTT-3.2.2-1", "MQTT-3.2.2-3"],
  hint: { en: "Look at the two numbers of the CONNACK.", fr: "Regardez les deux nombres du CONNACK." },
  judge: (scene) =>
    pass(
      connects(scene, 4).flatMap((connect) => {
        const { role } = connect;
        const connack = scene.answered("CONNACK", { role }, [connect]);
        const first = scene.exchange(role).find((entry) => entry.from === "broker");
        if (first !== connack) fail("CONNACK", scene.insteadOf({ role }), connect, connack);
        equal({ en: "return code", fr: "code de retour" }, connack.packet.code, 0, connect, connack);
        equal(same("session present"), Number(connack.packet.sessionPresent), 0, connect, connack);
        return [connect, connack];
      }),
    ),
};

/** @param name as people say it: `MQTT 3.1.1` */
export function logsProtocol(level: Level, name: string): Claim {
  return {
    id: `p-${name.replace(/\D/g, "")}`,
    title: {
      en: `p of the log is this version’s number for ${name}`,
      fr: `le p du journal est le numéro que cette version donne à ${name}`,
    },
    rests: ["log", "wire"],
    ...(level === 5 ? { needs: ["mqtt5"] } : {}),
    hint: {
      en: "Which field do the CONNECTs of these clients begin with? Mosquitto renumbered p in version 2.1: which version is this?",
      fr: "Par quel champ les CONNECT de ces clients commencent-ils ? Mosquitto a renuméroté p dans la version 2.1 : quelle version est-ce ici ?",
    },
    judge: (scene) =>
      pass(
        connects(scene, level).flatMap((connect) => {
          const { line } = connectedLine(scene, connect);
          const expected = numbersFor(level, scene.broker.version);
          if (expected.length === 0) {
            const none = { en: "this version logs no p", fr: "cette version n’inscrit pas de p" };
            inconclusive(none, connect, line.entry);
          }
          if (!expected.includes(line.event.p ?? -1))
            fail(`p${expected.join(" / p")}`, `p${line.event.p ?? ""}`, connect, line.entry);
          return [connect, line.entry];
        }),
      ),
  };
}

/** Numbers that a version may log for a level; none before 1.6, and both numberings while the version is not known. */
function numbersFor(level: Level, version: string | undefined): readonly number[] {
  const versions = version === undefined ? ["2.0.0", "2.1.0"] : [version];
  const numbers = versions.map((known) => protocolNumber(level, known));
  return [...new Set(numbers)].filter((number) => number !== undefined);
}

export const logsCleanSession: Claim = {
  id: "c",
  title: {
    en: "c of the log is the clean session flag of the CONNECT",
    fr: "le c du journal est l’indicateur clean session du CONNECT",
  },
  rests: ["log", "wire"],
  hint: {
    en: "Which flag of the CONNECT did the two clients of one protocol set differently?",
    fr: "Quel indicateur du CONNECT les deux clients d’un même protocole ont-ils positionné différemment ?",
  },
  judge: (scene) =>
    pass(
      lines(scene).flatMap(({ connect, line }) => {
        equal(same("c"), Number(line.event.c), Number(connect.packet.cleanSession), connect, line.entry);
        return [connect, line.entry];
      }),
    ),
};

export const logsKeepAlive: Claim = {
  id: "k",
  title: {
    en: "k of the log is the keep alive of the CONNECT, in seconds",
    fr: "le k du journal est le keep alive du CONNECT, en secondes",
  },
  rests: ["log", "wire"],
  hint: {
    en: "Compare k with what the client was told when it was made.",
    fr: "Comparez k avec la valeur donnée au client lors de sa création.",
  },
  judge: (scene) =>
    pass(
      lines(scene).flatMap(({ connect, line }) => {
        equal(same("k"), line.event.k, connect.packet.keepAlive, connect, line.entry);
        return [connect, line.entry];
      }),
    ),
};
