/** What the `p` of “New client connected” stands for: the log's lines beside the protocol level of each CONNECT. */
import type { Text } from "../../../words/text";
import { connectedLine } from "../../claims/connected-line";
import { inconclusive } from "../../finding";
import type { Scene, Seen } from "../../scene";

/** As the standards are called, by the protocol level of a CONNECT (MQTT-3.1.2-2). */
const VERSIONS: Readonly<Record<number, string>> = { 3: "3.1", 4: "3.1.1", 5: "5" };

/** Versions that clients spoke whose line has this `p`, from the oldest; none where no line has it. */
export function versionsOf(scene: Scene, p: number): readonly string[] {
  if (scene.logEntries.some(({ by }) => by === "narrator")) inconclusive(NARRATED);
  const connects = scene.packets("client", "CONNECT").filter((connect) => accepted(scene, connect));
  if (connects.length === 0) scene.unplayed({ en: "CONNECT", fr: "CONNECT" });
  const lines = connects.map((connect) => ({ connect, event: connectedLine(scene, connect).line.event }));
  if (lines.some(({ event }) => event.p === undefined)) inconclusive(NO_P);
  const named = lines.filter(({ event }) => event.p === p);
  const elsewhere = scene.wholeLog.all("client-connected").some(({ event }) => event.p === p);
  if (named.length === 0 && elsewhere) inconclusive(OTHERS);
  const levels = new Set(named.map(({ connect }) => connect.packet.level));
  return [...levels].sort().map((level) => VERSIONS[level] ?? inconclusive(STRANGE));
}

function accepted(scene: Scene, { role, connection }: Seen<"CONNECT">): boolean {
  return scene.packets("broker", "CONNACK", { role, connection })[0]?.packet.code === 0;
}

const NARRATED: Text = {
  en: "its log was written from the packets by tp-mqtt itself, and proves nothing",
  fr: "son journal a été rédigé par tp-mqtt lui-même à partir des paquets, et ne prouve rien",
};
const NO_P: Text = {
  en: "the lines “New client connected” of this broker have no p",
  fr: "les lignes « New client connected » de ce broker n’ont pas de p",
};
const OTHERS: Text = {
  en: "only clients whose CONNECT was not seen have this p",
  fr: "seuls des clients dont le CONNECT n’a pas été vu ont ce p",
};
const STRANGE: Text = {
  en: "a CONNECT has a protocol level without a name",
  fr: "un CONNECT porte un niveau de protocole sans nom",
};
