/**
 * The captures of the run that was just played, as Wireshark sees them: every packet is there, and nothing is remarked
 * on but what an exercise did on purpose. Read for one target only: a capture is made from the journal alone.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { framesOf, type Frame } from "../src/evidence/wire/capture/frames";
import { RST } from "../src/evidence/wire/capture/segment";
import { select, type Selection } from "../src/evidence/wire/tshark/select";
import { captured, writeCaptures, type Captured } from "../src/report/captures";
import { programHere } from "../src/target/testing/available";
import { journal, judgedExercises, lang, results } from "./support/lab";

/** Captures that are read at once: one for each core of a small machine. */
const ABREAST = 2;
/** Milliseconds for all of them, on a machine that is busy. */
const BOUND = 120_000;

const entries = journal() ?? [];
const exercises = judgedExercises(entries);
const [run] = entries;
const isNative = run?.source === "run" && run.target.kind === "native";
const tshark = programHere("tshark");

/** Warnings and errors, and all that Wireshark finds wrong with the order of TCP segments. */
const REMARKED = "_ws.expert.severity >= 0x600000 || tcp.analysis.flags";
/** MQTT on the plain port, and with the keys on the TLS port. */
const PLAIN = "mqtt && tcp.port == 1883";
const INSIDE = "mqtt && tcp.port == 8883";

/** Frames that each of these filters selects. */
async function look(folder: string, { id, keys }: Captured): Promise<Selection["selected"]> {
  const file = join(folder, "captures", `${id}.pcapng`);
  const secrets = keys === "beside" ? { keys: join(folder, "captures", `${id}.keys`) } : {};
  return (await select(file, [REMARKED, PLAIN, INSIDE], { checksums: true, ...secrets })).selected;
}

/** Topic names and filters that must not be (MQTT-4.7.3-1, MQTT-4.7.3-2), and TLS where MQTT is expected. */
function isDeliberate({ entry, segment }: Frame): boolean {
  if (entry === undefined || entry.from !== "client") return false;
  if (entry.source === "tls") return segment.ports.broker === 1883;
  if (entry.event === "bytes" || entry.packet.type === "MALFORMED") return true;
  const { packet } = entry;
  const names = [
    ...(packet.type === "PUBLISH" ? [packet.topic] : []),
    ...(packet.type === "SUBSCRIBE" ? packet.filters.map(({ filter }) => filter) : []),
  ];
  return names.some((name) => name === "" || name.includes("\0"));
}

const numbers = (frames: readonly Frame[]) => frames.map(({ number }) => number);

(isNative && tshark.here ? describe : describe.skip)(
  isNative ? tshark.title("in Wireshark") : "in Wireshark [read where the broker is the native one]",
  () => {
    const all = captured({ entries, exercises });
    const seen = new Map<string, Selection["selected"]>();
    const selected = (id: string, filter: string) => seen.get(id)?.get(filter);

    beforeAll(async () => {
      const folder = await mkdtemp(join(tmpdir(), "tp-mqtt-test-"));
      const report = {
        results: results(entries),
        entries,
        exercises,
        lang,
        phases: {},
        interrupted: false,
        folder,
      };
      const queue = [...all];
      const work = async () => {
        for (let one = queue.shift(); one; one = queue.shift()) seen.set(one.id, await look(folder, one));
      };
      try {
        await writeCaptures(report);
        await Promise.all(Array.from({ length: ABREAST }, work));
      } finally {
        await rm(folder, { recursive: true });
      }
    }, BOUND);

    test.each(all)("$id: nothing is remarked on but what was done on purpose", ({ id, entries: own }) => {
      const frames = framesOf(own);
      const expected = frames.filter((frame) => isDeliberate(frame) || frame.segment.flags & RST);
      expect(selected(id, REMARKED)).toEqual(numbers(expected));
    });

    test.each(all)("$id: every packet is there", ({ id, entries: own, keys }) => {
      const plain = framesOf(own).filter(({ entry, segment }) => entry && segment.ports.broker === 1883);
      const inside = own.filter((entry) => "inside" in entry);
      expect(selected(id, PLAIN)).toEqual(numbers(plain));
      expect(selected(id, INSIDE)).toHaveLength(keys === "beside" ? inside.length : 0);
    });
  },
);
