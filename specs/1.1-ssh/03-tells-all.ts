import { exercise } from "../../src/exercise/exercise";
import { leave } from "../../src/exercise/leave";
import type { Claim } from "../../src/judge/claim";
import { fail, pass } from "../../src/judge/finding";
import type { LogSighting } from "../../src/judge/log-view";
import type { Scene } from "../../src/judge/scene";

/** The six that the sheet names. A CONNECT has no line of its own: “New client connected” tells of it. */
const PROMISED = ["CONNECT", "CONNACK", "PUBLISH", "SUBSCRIBE", "PINGREQ", "PINGRESP"] as const;
type Promised = (typeof PROMISED)[number];

function lineOf(scene: Scene, type: Promised): LogSighting | undefined {
  return scene
    .log("student")
    .find(({ event }) =>
      type === "CONNECT" ? event.kind === "client-connected" : event.kind === "packet" && event.type === type,
    );
}

function told(type: Promised): Claim {
  return {
    id: type.toLowerCase(),
    title: {
      en: `${type} can be followed in the log over SSH`,
      fr: `${type} peut être suivi dans le journal par SSH`,
    },
    rests: ["log", "wire"],
    judge(scene) {
      const from = ["CONNACK", "PINGRESP"].includes(type) ? "broker" : "client";
      const [packet] = scene.packets(from, type, { role: "student" });
      if (packet === undefined) return scene.unplayed({ en: type, fr: type });
      const line = lineOf(scene, type);
      return line
        ? pass(packet, line.entry)
        : fail(
            { en: `a line about ${type}`, fr: `une ligne au sujet de ${type}` },
            { en: "no such line in the log", fr: "aucune ligne de ce genre dans le journal" },
            packet,
          );
    },
  };
}

export const sshTellsAll = exercise({
  id: "1.1-ssh-tells-all",
  section: "1.1",
  title: { en: "What the log over SSH tells", fr: "Ce que raconte le journal par SSH" },
  asks: {
    en: "Follow CONNECT, CONNACK, PUBLISH, SUBSCRIBE, PINGREQ and PINGRESP.",
    fr: "Suivez CONNECT, CONNACK, PUBLISH, SUBSCRIBE, PINGREQ et PINGRESP.",
  },
  needs: ["ssh", "log"],
  async play(stage) {
    const student = await stage.client("student");
    const topic = stage.topic("all");
    await student.subscribe({ [topic]: 0 });
    await student.publish(topic, stage.payload("message"));
    await student.messages(1);
    await student.fence();
    await leave(student);
  },
  claims: PROMISED.map(told),
});
