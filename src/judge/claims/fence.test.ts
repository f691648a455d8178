import type { Entry, PacketEntry } from "../../evidence/journal/entry";
import { decode } from "../../evidence/wire/mqtt/decode";
import { Found, type Finding } from "../finding";
import type { Seen } from "../scene";
import { JournalView } from "../view";
import { fenceAfter, nothingBut } from "./fence";

const PINGREQ = Buffer.from("c000", "hex");
const PINGRESP = Buffer.from("d000", "hex");

/** A QoS 0 PUBLISH of one byte, on a topic of one level below `t`. */
function publish(name: string): Buffer {
  const topic = Buffer.from(`t/${name}`);
  return Buffer.concat([Buffer.from([0x30, topic.length + 3, 0, topic.length]), topic, Buffer.from("x")]);
}

function packet(from: "client" | "broker", raw: Buffer, connection = 1): PacketEntry {
  const place = { exercise: "9-x", role: "watcher", connection };
  return { at: 0, source: "wire", event: "packet", ...place, from, packet: decode(raw, 4), raw, level: 4 };
}

const step = (): Entry => ({ at: 0, source: "play", exercise: "9-x", event: "mark", name: "step" });
const scene = (...entries: readonly Entry[]) => new JournalView(entries).scene("9-x");

function verdict(judge: () => unknown): Finding["verdict"] {
  try {
    judge();
    return "pass";
  } catch (error) {
    if (error instanceof Found) return error.finding.verdict;
    throw error;
  }
}

describe("fenceAfter", () => {
  const early = [packet("client", PINGREQ), packet("broker", PINGRESP)];
  const begin = step();

  it("is the answer to a PINGREQ that was sent after the beginning", () => {
    const [ask, answer] = [packet("client", PINGREQ), packet("broker", PINGRESP)];
    expect(fenceAfter(scene(...early, begin, ask, answer), "watcher", begin)).toBe(answer);
  });

  it("is not one from before, nor one on another connection", () => {
    const elsewhere = [packet("client", PINGREQ, 2), packet("broker", PINGRESP, 2)];
    expect(verdict(() => fenceAfter(scene(...early, begin), "watcher", begin))).toBe("inconclusive");
    const both = scene(...early, begin, ...elsewhere);
    expect(verdict(() => fenceAfter(both, "watcher", begin, 1))).toBe("inconclusive");
  });
});

describe("nothingBut", () => {
  const begin = step();
  const fence = () => [packet("client", PINGREQ), packet("broker", PINGRESP)];
  const delivery = (name: string) => packet("broker", publish(name)) as Seen<"PUBLISH">;

  it("holds when only the known deliveries were sent", () => {
    const known = delivery("a");
    const all = scene(begin, known, ...fence());
    expect(nothingBut(all, { role: "watcher", after: begin }, [known])).toHaveLength(2);
  });

  it("fails for another one, unless it is on a topic that does not matter", () => {
    const all = scene(begin, delivery("b"), ...fence());
    expect(verdict(() => nothingBut(all, { role: "watcher", after: begin }))).toBe("fail");
    expect(verdict(() => nothingBut(all, { role: "watcher", after: begin, name: "a" }))).toBe("pass");
  });

  it("needs a fence beyond what might have been delivered", () => {
    const end = step();
    const all = scene(begin, ...fence(), end);
    expect(verdict(() => nothingBut(all, { role: "watcher", after: begin, beyond: end }))).toBe(
      "inconclusive",
    );
  });
});
