import type { Claim } from "../../src/judge/claim";
import type { LogEntry, PacketEntry } from "../../src/evidence/journal/entry";
import { LineParser } from "../../src/evidence/log/line-parser";
import { fail, pass } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";
import { same, type Text } from "../../src/words/text";

/** Messages of the burst. */
export const BURST = 2000;
/** Milliseconds. */
const BOUND = 2000;

/** Four digits, so that no number is the beginning of another. */
export const liveTopic = (series: "live" | "burst", i: number) => `${series}/${String(i).padStart(4, "0")}`;

interface Told {
  readonly sent: PacketEntry;
  /** Topic without what all have in common. */
  readonly name: string;
  readonly lines: readonly LogEntry[];
}

/** Each message of a series with the lines about its arrival at the broker. */
function series(scene: Scene, name: "live" | "burst"): readonly Told[] {
  const lines = new Map<string, LogEntry[]>();
  for (const { entry, event } of scene.logged("sender", "packet", { type: "PUBLISH" })) {
    if (!("topic" in event)) continue;
    const { topic } = event as { topic: string };
    lines.set(topic, [...(lines.get(topic) ?? []), entry]);
  }
  const sent = scene
    .packets("client", "PUBLISH", { role: "sender" })
    .filter(({ packet }) => packet.topic.includes(`/${name}/`));
  if (sent.length === 0) return scene.unplayed(same(`PUBLISH ${name}`));
  return sent.map((entry) => ({
    sent: entry,
    name: entry.packet.topic.split("/").slice(-2).join("/"),
    lines: lines.get(entry.packet.topic) ?? [],
  }));
}

const NO_LINE: Text = { en: "no such line", fr: "aucune ligne de ce genre" };

export const soon: Claim = {
  id: "within-2-s",
  title: {
    en: "the line of a packet is read over SSH within 2 s",
    fr: "la ligne d’un paquet se lit par SSH en moins de 2 s",
  },
  rests: ["log", "wire"],
  judge(scene) {
    const told = series(scene, "live");
    for (const { sent, name, lines } of told) {
      const [line] = lines;
      const expected: Text = {
        en: `a line with ${name} within ${BOUND} ms`,
        fr: `une ligne avec ${name} en ${BOUND} ms`,
      };
      if (line === undefined) return fail(expected, NO_LINE, sent);
      const ms = Math.round(line.at - sent.at);
      if (ms > BOUND) fail(expected, { en: `after ${ms} ms`, fr: `après ${ms} ms` }, sent, line);
    }
    return pass(told.flatMap(({ sent, lines }) => [sent, ...lines]));
  },
};

export const oneByOne: Claim = {
  id: "not-in-blocks",
  title: {
    en: "lines come one by one, not in blocks",
    fr: "les lignes arrivent une à une, et non par blocs",
  },
  rests: ["log", "wire"],
  hint: {
    en: "grep, awk or a pipe may hold lines back until 4 KiB have come together: --line-buffered, stdbuf -oL.",
    fr: "grep, awk ou un tube peuvent retenir les lignes jusqu’à en avoir 4 Kio : --line-buffered, stdbuf -oL.",
  },
  judge(scene) {
    const told = series(scene, "live");
    told.forEach((one, i) => {
      const [line, next] = [one.lines[0], told[i + 1]];
      if (line === undefined) fail(same(one.name), NO_LINE, one.sent);
      const [following] = next?.lines ?? [];
      // Late lines come as far apart as their packets; those of a block come together.
      if (next === undefined || following === undefined || scene.precedes(line, next.sent)) return;
      const sent = Math.round(next.sent.at - one.sent.at);
      const read = Math.round(following.at - line.at);
      if (read < sent / 2)
        fail(
          {
            en: `the lines of ${one.name} and ${next.name} ${sent} ms apart, as their packets were`,
            fr: `les lignes de ${one.name} et ${next.name} à ${sent} ms d’intervalle, comme leurs paquets`,
          },
          { en: `they came ${read} ms apart`, fr: `elles sont arrivées à ${read} ms d’intervalle` },
          one.sent,
          next.sent,
          line,
          following,
        );
    });
    return pass(told.flatMap(({ sent, lines }) => [sent, ...lines]));
  },
};

export const burstComplete: Claim = {
  id: "burst-complete",
  title: {
    en: `of a burst of ${BURST} messages every one has its line, once`,
    fr: `dans une rafale de ${BURST} messages, chacun a sa ligne, une seule fois`,
  },
  rests: ["log", "wire"],
  judge(scene) {
    const told = series(scene, "burst");
    const wrong = told.filter(({ lines }) => lines.length !== 1);
    if (wrong.length === 0 && told.length === BURST)
      return pass(told.slice(0, 2).flatMap(both), told.slice(-2).flatMap(both));
    const missing = wrong.filter(({ lines }) => lines.length === 0).length;
    return fail(
      { en: `${BURST} lines, one a message`, fr: `${BURST} lignes, une par message` },
      {
        en: `${missing} messages without a line, ${wrong.length - missing} with several`,
        fr: `${missing} messages sans ligne, ${wrong.length - missing} avec plusieurs`,
      },
      wrong.slice(0, 4).flatMap(both),
    );
  },
};

const both = ({ sent, lines }: Told) => [sent, ...lines];

export const burstInOrder: Claim = {
  id: "burst-in-order",
  title: {
    en: "the lines of the burst come in the order of its packets",
    fr: "les lignes de la rafale arrivent dans l’ordre de ses paquets",
  },
  rests: ["log", "wire"],
  judge(scene) {
    const lines = series(scene, "burst").flatMap((told) => told.lines.slice(0, 1));
    if (lines.length === 0) return fail({ en: "lines of the burst", fr: "des lignes de la rafale" }, NO_LINE);
    const back = lines.findIndex((line, i) => i > 0 && !scene.precedes(lines[i - 1] ?? line, line));
    if (back > 0)
      fail(
        {
          en: "each line after that of the packet before",
          fr: "chaque ligne après celle du paquet précédent",
        },
        { en: "two lines in reverse order", fr: "deux lignes en ordre inverse" },
        lines.slice(back - 1, back + 1),
      );
    return pass(lines.slice(0, 2), lines.slice(-2));
  },
};

/** Two lines in one; no topic of a run contains such words. */
const GLUED = /\b(?:Received|Sending) [A-Z]+ (?:from|to) .*\b(?:Received|Sending) [A-Z]+ (?:from|to) /;

export const linesWhole: Claim = {
  id: "lines-whole",
  title: {
    en: "no line about this run is cut or glued to another",
    fr: "aucune ligne au sujet de cette exécution n’est coupée ni collée à une autre",
  },
  rests: ["log"],
  hint: {
    en: "Does something on the way cut long lines (cut, fold, a narrow terminal), or read the log before a line is whole?",
    fr: "Quelque chose coupe-t-il les longues lignes en chemin (cut, fold, un terminal étroit), ou lit-il le journal avant que la ligne soit complète ?",
  },
  judge(scene) {
    const parser = new LineParser();
    const about = scene.logEntries.filter(({ text }) => text.includes(scene.run));
    const broken = about.filter(({ text }) => GLUED.test(text) || parser.parse(text).interest === "unknown");
    if (about.length === 0)
      return fail({ en: "lines about this run", fr: "des lignes au sujet de cette exécution" }, NO_LINE);
    if (broken.length > 0)
      fail(
        { en: "whole lines", fr: "des lignes entières" },
        { en: `${broken.length} that cannot be read`, fr: `${broken.length} illisibles` },
        broken.slice(0, 4),
      );
    return pass(about.slice(0, 2), about.slice(-2));
  },
};
