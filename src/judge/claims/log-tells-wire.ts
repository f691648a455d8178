/**
 * The claim that stands at the end of every exercise: the log tells what the wire saw. The narrator foretells, from the
 * packets, the lines that the broker must have written; they are held against those that it did write, connection by
 * connection.
 */
import type { ClosedEntry, Entry } from "../../evidence/journal/entry";
import { printEvent } from "../../evidence/log/grammar";
import type { Claim } from "../claim";
import { fail, inconclusive, pass } from "../finding";
import type { Scene } from "../scene";
import { firstDifference, type Difference, type Loss } from "./log-difference";
import { foretold, told, type Chapter } from "./log-chapters";

const TITLE = {
  en: "the log tells of every packet on the wire, with the same values, and of no other",
  fr: "le journal relate chaque paquet vu sur le réseau, avec les mêmes valeurs, et aucun autre",
};

const HINT = {
  en: "Put the log beside the capture: each packet has one line, and its letters (d, q, r, m) are the fields of the packet.",
  fr: "Placez le journal à côté de la capture : à chaque paquet sa ligne, dont les lettres (d, q, r, m) sont les champs du paquet.",
};

/** Dialect in which lines are foretold when the broker's version is not known. */
const UNKNOWN_VERSION = "2.0.22";

export function logTellsWire(): Claim {
  return {
    id: "log-tells-wire",
    title: TITLE,
    rests: ["log", "wire"],
    hint: HINT,
    judge(scene) {
      const clients = [...new Set(scene.roles.map((role) => scene.client(role)))];
      const version = scene.broker.version ?? UNKNOWN_VERSION;
      const evidence = clients.flatMap((client) => compareClient(scene, client, version));
      if (evidence.length === 0)
        inconclusive({ en: "no client was accepted", fr: "aucun client n’a été accepté" });
      return pass(evidence);
    },
  };
}

/** Compares all connections of one client; returns the lines that agree, each behind its packet. */
function compareClient(scene: Scene, client: string, version: string): readonly Entry[] {
  const expected = foretold(scene, client, version);
  const actual = told(scene, client);
  return expected.flatMap((chapter, i) => {
    const lines = actual[i];
    if (lines === undefined) return missingConnection(scene, chapter, version);
    const difference = firstDifference(chapter, lines, lossOf(scene, chapter));
    if (difference) report(difference, version);
    return lines.map((line) => line.entry);
  });
}

/** What may be missing of a connection because of how it ended. */
function lossOf(scene: Scene, { connection }: Chapter): Loss {
  const closing = scene.entries.find(
    (entry): entry is ClosedEntry =>
      entry.source === "wire" && entry.event === "closed" && entry.connection === connection,
  );
  const hard = closing === undefined || closing.by === "broker" || closing.how === "reset";
  const polite = scene.packets("client", "DISCONNECT", { connection }).length > 0;
  // After FIN without DISCONNECT the broker may have answered, and a machine between need not have passed it on.
  return { received: hard, sent: hard || !polite };
}

function missingConnection(scene: Scene, chapter: Chapter, version: string): never {
  const first = chapter.lines[0];
  const line = first ? printEvent(first.event, version) : "";
  return fail(
    line,
    { en: "no such line in the log", fr: "aucune ligne de ce genre dans le journal" },
    first ? [first.because] : [],
    scene.entries.filter((entry) => entry.source === "play").slice(0, 1),
  );
}

function report({ expected, actual, because }: Difference, version: string): never {
  const words = (line: Difference["expected"]) => (line ? printEvent(line.event, version) : undefined);
  return fail(
    words(expected) ?? {
      en: "no further line: no such packet was seen",
      fr: "aucune autre ligne : aucun paquet de ce genre n’a été vu",
    },
    actual
      ? actual.entry.text
      : { en: "no such line in the log", fr: "aucune ligne de ce genre dans le journal" },
    because,
  );
}
