import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { programHere } from "../../../target/testing/available";
import { findTshark } from "./find";
import { count, select } from "./select";

const CAPTURES = join(__dirname, "../../../../fixtures/captures");
const sample = (name: string) => join(CAPTURES, name);

const PLAIN = sample("pcap-mqtt-plain-v311-port22080.pcapng");
const TLS13 = { file: sample("pcap-tls13-port22081.pcapng"), keys: sample("pcap-tls13.keylog") };
const TLS12 = { file: sample("pcap-tls12-port22081.pcapng"), keys: sample("pcap-tls12.keylog") };
const DECODE_TLS = ["tls.port==22081,mqtt"];

/** Frames that each filter selects: TLS 1.3 without and with the key log, TLS 1.2 without and with it. */
const COUNTS: Readonly<Record<string, readonly [number, number, number, number]>> = {
  frame: [68, 68, 63, 63],
  "tls.handshake.type == 1": [2, 2, 2, 2],
  "tls.handshake.type == 2": [2, 2, 2, 2],
  "tls.handshake.type == 11": [0, 2, 2, 2],
  "tls.handshake.type == 8": [0, 2, 0, 0],
  "tls.handshake.type == 15": [0, 2, 0, 0],
  "tls.handshake.type == 20": [0, 4, 0, 4],
  "tls.handshake.type == 4": [0, 4, 2, 2],
  "tls.record.content_type == 22": [4, 10, 8, 8],
  "tls.record.content_type == 23": [0, 26, 26, 26],
  "tls.record.opaque_type == 23": [36, 36, 0, 0],
  "tls.app_data": [36, 26, 26, 26],
  "tls.record.content_type == 20": [4, 4, 4, 4],
  "tls.record.content_type == 21": [0, 2, 2, 2],
  "tls.handshake.extensions.supported_version == 0x0304": [4, 4, 0, 0],
  "tls.handshake.version == 0x0303": [4, 4, 4, 4],
  mqtt: [0, 26, 0, 26],
};
const FILTERS = Object.keys(COUNTS);

const tshark = programHere("tshark");

(tshark.here ? describe : describe.skip)(tshark.title("tshark selects"), () => {
  const counts = (selected: ReadonlyMap<string, readonly number[]>) =>
    Object.fromEntries([...selected].map(([filter, frames]) => [filter, frames.length]));
  const column = (i: 0 | 1 | 2 | 3) =>
    Object.fromEntries(Object.entries(COUNTS).map(([filter, own]) => [filter, own[i]]));

  test.each([
    ["TLS 1.3 without keys", TLS13.file, undefined, 0],
    ["TLS 1.3 with keys", TLS13.file, TLS13.keys, 1],
    ["TLS 1.2 without keys", TLS12.file, undefined, 2],
    ["TLS 1.2 with keys", TLS12.file, TLS12.keys, 3],
  ] as const)("%s", async (_what, file, keys, i) => {
    const options = { decodeAs: DECODE_TLS, ...(keys === undefined ? {} : { keys }) };
    const { selected, incomplete } = await select(file, FILTERS, options);
    expect({ counts: counts(selected), incomplete }).toEqual({ counts: column(i), incomplete: undefined });
  });

  test("the MQTT packets of a plain capture, on whatever port it was", async () => {
    const { tshark: version, selected } = await select(
      PLAIN,
      ["mqtt", "mqtt.msgtype == 3 && mqtt.qos == 2"],
      {
        decodeAs: ["tcp.port==22080,mqtt"],
      },
    );
    expect(counts(selected)).toMatchObject({ mqtt: 26 });
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(await count(PLAIN)).toBeGreaterThan(26);
  });

  test("says which display filter it does not understand", async () => {
    await expect(select(PLAIN, ["mqtt", "mqtt.msgtype =="])).rejects.toMatchObject({
      text: {
        en: expect.stringMatching(/“mqtt\.msgtype ==” \(Unexpected end of filter expression\)\.$/) as string,
      },
    });
  });

  describe("where tshark has no Lua", () => {
    let [folder, program] = ["", ""];
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), "tp-mqtt-test-"));
      program = join(folder, "tshark");
      // As a tshark that was built without Lua, it passes over scripts.
      const script = `for a; do shift; case $a in lua_script*) a=nothing:;; esac; set -- "$@" "$a"; done`;
      writeFileSync(program, `#!/bin/sh\n${script}\nexec '${findTshark()}' "$@"\n`);
      chmodSync(program, 0o755);
    });
    afterAll(() => {
      rmSync(folder, { recursive: true });
    });

    test("it selects the same", async () => {
      const filters = ["tls.handshake.type == 1", "mqtt", "frame.number == 5"];
      const options = { keys: TLS13.keys, decodeAs: DECODE_TLS };
      const without = await select(TLS13.file, filters, { ...options, program });
      expect(without).toEqual(await select(TLS13.file, filters, options));
    });

    test("it says which display filter it does not understand", async () => {
      await expect(select(PLAIN, ["mqtt", "nonsense"], { program })).rejects.toMatchObject({
        text: { fr: expect.stringContaining("« nonsense » (") as string },
      });
    });
  });
});
