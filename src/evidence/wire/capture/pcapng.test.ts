import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Packet } from "mqtt-packet";
import { programHere } from "../../../target/testing/available";
import { remarks } from "../tshark/remarks";
import { select } from "../tshark/select";
import { framesOf } from "./frames";
import { captureIn, CONNACK, CONNECT, Made, publish } from "./testing";

const tshark = programHere("tshark");

(tshark.here ? describe : describe.skip)(tshark.title("tshark reads the capture"), () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "tp-mqtt-test-"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const made = new Made()
    .actor("visitor", "v-1")
    .refused("ECONNREFUSED", { connection: 7 })
    .opened({ port: 40001 })
    .packet("client", CONNECT)
    .packet("broker", CONNACK)
    .packet("client", publish(Buffer.alloc(200_001, "x")))
    .packet("broker", publish(Buffer.from("odd")), { withheld: true })
    .closed("tap", "fin")
    .packet("client", publish(Buffer.from("late")), { withheld: true })
    .packet("broker", publish(Buffer.from("even")), { withheld: true })
    .opened({ connection: 2, port: 40001 })
    .packet("client", CONNECT, { connection: 2 })
    .packet("broker", CONNACK, { connection: 2 })
    .closed("broker", "reset", { connection: 2 })
    .packet("client", publish(Buffer.from("too late")), { connection: 2 });
  const frames = framesOf(made.entries);
  const numbers = (type: string) =>
    frames.flatMap(({ number, entry }) =>
      entry?.source === "wire" && entry.event === "packet" && entry.packet.type === type ? [number] : [],
    );

  test("without a remark but for the ends of connections", async () => {
    const file = captureIn(folder, made.entries);
    const { remarks: all, incomplete } = await remarks(file, { checksums: true });
    const other = all.filter(({ text }) => !/Connection reset|initiates the connection closing/.test(text));
    expect({ other, incomplete }).toEqual({ other: [], incomplete: undefined });
    expect(all).toHaveLength(3);
  });

  test("each packet where the journal has it, split or whole", async () => {
    const { selected } = await select(captureIn(folder, made.entries), [
      "frame",
      "mqtt",
      "mqtt.msgtype == 1",
      "mqtt.msgtype == 2",
      "mqtt.msgtype == 3",
      "tcp.stream eq 1",
    ]);
    const types = ["CONNECT", "CONNACK", "PUBLISH"].map(numbers);
    expect(Object.fromEntries(selected)).toEqual({
      frame: frames.map(({ number }) => number),
      mqtt: types.flat().sort((a, b) => a - b),
      "mqtt.msgtype == 1": types[0],
      "mqtt.msgtype == 2": types[1],
      "mqtt.msgtype == 3": types[2],
      "tcp.stream eq 1": frames.flatMap(({ number, segment }) =>
        segment.ports.client === 40001 ? [number] : [],
      ),
    });
  });

  test("the wall clock, and comments in the reader’s language", async () => {
    const head = { startedAt: Date.parse("2026-11-23T09:10:18.091Z"), lang: "fr" } as const;
    const filters = [
      `frame.time_epoch == ${Date.parse("2026-11-23T09:10:18.094Z") / 1000}`,
      'frame.comment contains "retenu par tp-mqtt\u00a0: l’autre côté"',
      'frame.comment contains "identifiant de client v-1"',
    ];
    const { selected } = await select(captureIn(folder, made.entries, head), filters);
    const [time, withheld, first] = filters.map((filter) => selected.get(filter)?.length);
    expect({ time, withheld, first }).toEqual({ time: 1, withheld: 3, first: 3 });
  });

  test("what Wireshark remarks on in a field that no filter names", async () => {
    const odd = new Made()
      .opened()
      .packet("client", { ...publish(Buffer.alloc(1)), topic: "a\0b" } as Packet);
    const filter = "_ws.expert.severity >= 0x600000";
    const { selected } = await select(captureIn(folder, odd.entries), [filter]);
    expect(selected.get(filter)).toEqual([4]);
  });

  test("a wrong checksum would be remarked on", async () => {
    const file = captureIn(folder, made.entries);
    const bytes = readFileSync(file);
    bytes.write("x", bytes.indexOf("visitor-1"));
    writeFileSync(file, bytes);
    const { remarks: all } = await remarks(file, { checksums: true });
    expect(all).toContainEqual(expect.objectContaining({ group: "Checksum", severity: "error" }));
  });
});
