import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { programHere } from "../../../target/testing/available";
import { until } from "../../../target/testing/run";
import { CaptureError } from "./error";
import { findTshark } from "./find";
import { remarks } from "./remarks";
import { count, select } from "./select";

const SAMPLE = join(__dirname, "../../../../fixtures/captures/pcap-tls13-port22081.pcapng");
const bytes = readFileSync(SAMPLE);
const tshark = programHere("tshark");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tp-mqtt-test-é "));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function file(content: Buffer | string, name = "capture.pcapng"): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function sentence(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof CaptureError)) throw new Error("no CaptureError", { cause: error });
  return error.text.en;
}

test("where there is no tshark, one sentence says how to install it", async () => {
  const { PATH } = process.env;
  process.env.PATH = folder;
  try {
    expect(await sentence(count(SAMPLE))).toContain("sudo apt install tshark");
  } finally {
    process.env.PATH = PATH;
  }
});

test("tshark is found in a folder of PATH, and a folder of its name is not taken for it", () => {
  const [first, second] = [join(folder, "a"), join(folder, "b")];
  mkdirSync(join(first, "tshark"), { recursive: true });
  mkdirSync(second);
  const program = file("#!/bin/sh\n", "b/tshark");
  chmodSync(program, 0o755);
  expect(findTshark({ PATH: `${first}:${second}` })).toBe(program);
});

(tshark.here ? describe : describe.skip)(tshark.title("what is no capture gets one sentence"), () => {
  test.each([
    ["text", "hello, this is no capture"],
    ["nothing", ""],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
    ["a compressed capture", Buffer.from("1f8b0800", "hex")],
    ["the first bytes of a capture", bytes.subarray(0, 20)],
  ])("%s", async (_what, content) => {
    expect(await sentence(count(file(content)))).toMatch(/“.*capture\.pcapng” is not a capture: /);
  });

  test("a file that is not there", async () => {
    expect(await sentence(count(join(folder, "none.pcapng")))).toMatch(/cannot be read \(ENOENT\)/);
  });

  test("a folder", async () => {
    expect(await sentence(count(folder))).toMatch(/cannot be read \(EISDIR\)/);
  });

  test("a pipe that nobody writes to", async () => {
    execFileSync("mkfifo", [join(folder, "pipe")]);
    expect(await sentence(count(join(folder, "pipe")))).toMatch(/is not a capture/);
  });

  test("a file of keys that is not there", async () => {
    expect(await sentence(count(SAMPLE, { keys: join(folder, "none.keys") }))).toMatch(
      /none\.keys” cannot be read/,
    );
  });

  test("a capture that is too large", async () => {
    expect(await sentence(count(SAMPLE, { maxBytes: 10_000 }))).toMatch(
      /has 1 MB, and captures of up to 1 MB/,
    );
  });

  test("a protocol to decode as that does not exist", async () => {
    expect(await sentence(count(SAMPLE, { decodeAs: ["nonsense==1,mqtt"] }))).toMatch(
      /\(Unknown layer type -- nonsense\)/,
    );
  });
});

(tshark.here ? describe : describe.skip)(tshark.title("what a capture can still give is read"), () => {
  test("cut short in the middle of a packet", async () => {
    const { selected, incomplete } = await select(file(bytes.subarray(0, 9000)), ["frame"]);
    expect(selected.get("frame")).toEqual(Array.from({ length: 24 }, (_, i) => i + 1));
    expect(incomplete?.en).toMatch(/ends in the middle of a packet/);
  });

  test("damaged", async () => {
    const damaged = Buffer.from(bytes).fill(0xff, 5000, 5040);
    const { selected, incomplete } = await select(file(damaged), ["frame"]);
    expect(selected.get("frame")).toHaveLength(14);
    expect(incomplete?.fr).toMatch(/est endommagé/);
  });

  test("both are said with the remarks too", async () => {
    expect(await remarks(file(bytes.subarray(0, 9000)))).toMatchObject({
      incomplete: { en: expect.stringMatching(/middle of a packet/) as string },
    });
  });
});

(tshark.here ? describe : describe.skip)(tshark.title("tshark keeps its bounds"), () => {
  /** Stands in for a tshark that never ends; tells its process id. */
  function endless(): { program: string; pid: () => number } {
    const told = join(folder, "pid");
    const program = file(
      `#!/bin/sh\necho $$ > '${told}.part'\nmv '${told}.part' '${told}'\nexec sleep 600\n`,
      "endless",
    );
    chmodSync(program, 0o755);
    return { program, pid: () => Number(readFileSync(told, "utf8")) };
  }

  const isGone = (pid: number) => {
    expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  };

  test("it is stopped when its time is up", async () => {
    const { program, pid } = endless();
    expect(await sentence(count(SAMPLE, { program, maxMs: 1500 }))).toMatch(/stopped after 1\.5 s/);
    isGone(pid());
  });

  test("it is stopped when the reader is", async () => {
    const { program, pid } = endless();
    const reader = new AbortController();
    const counting = count(SAMPLE, { program, signal: reader.signal });
    const stop = async () => {
      await until(() => existsSync(join(folder, "pid")));
      reader.abort(new Error("enough"));
    };
    await Promise.all([expect(counting).rejects.toThrow("enough"), stop()]);
    isGone(pid());
  });

  test("neither preferences nor the locale of whoever runs it matter, and nothing is left behind", async () => {
    const config = join(folder, ".config/wireshark");
    mkdirSync(config, { recursive: true });
    writeFileSync(join(config, "disabled_protos"), "tls\nmqtt\n");
    writeFileSync(join(config, "preferences"), "tcp.desegment_tcp_streams: FALSE\n");
    const { HOME, LC_ALL } = process.env;
    Object.assign(process.env, { HOME: folder, LC_ALL: "fr_FR.UTF-8" });
    const before = readdirSync(tmpdir()).filter((name) => /wireshark|tshark/i.test(name));
    try {
      const { selected } = await select(SAMPLE, ["tls.handshake.type == 1"]);
      expect(selected.get("tls.handshake.type == 1")).toEqual([4, 20]);
    } finally {
      Object.assign(process.env, { HOME });
      if (LC_ALL === undefined) delete process.env.LC_ALL;
      else process.env.LC_ALL = LC_ALL;
    }
    expect(readdirSync(tmpdir()).filter((name) => /wireshark|tshark/i.test(name))).toEqual(before);
  });
});
