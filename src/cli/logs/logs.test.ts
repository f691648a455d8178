import { once } from "node:events";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { connectAsync } from "mqtt";
import { Sshd } from "../../evidence/ssh/testing/sshd";
import { startContainer } from "../../target/container";
import { startNative } from "../../target/native";
import { dockerHere, mosquittoHere, programHere } from "../../target/testing/available";
import { isRunning, until } from "../../target/testing/run";
import type { Target } from "../../target/target";
import { ended, runLogs, spawnLogs } from "./testing";

/** Each test starts Node, some a broker, on a machine that may be busy. */
jest.setTimeout(60_000);

/** Ends well before any patience with a source would. */
const AT_ONCE_MS = 2000;
const FIXTURES = join(__dirname, "../../../fixtures/logs");
const FIXTURE = join(FIXTURES, "05-retained.2.0.11.log");
const FIXTURE_IN_SECONDS = join(FIXTURES, "02-qos012-paho.2.0.11.log");

let folder: string;
const children: ReturnType<typeof spawnLogs>[] = [];

function start(...argv: readonly string[]) {
  const child = spawnLogs(...argv);
  children.push(child);
  return child;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tp-mqtt-logs-"));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

describe("a log that ends", () => {
  const log = readFileSync(FIXTURE);

  it("is told line by line from standard input, named or not", async () => {
    const { status, stdout, stderr } = await runLogs([], log);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout.trimEnd().split("\n")).toHaveLength(log.toString().trimEnd().split("\n").length);
    expect((await runLogs(["-"], log)).stdout).toBe(stdout);
  });

  it("is told from a command, in French, with filters", async () => {
    const { status, stdout } = await runLogs([
      "--log-command",
      `cat ${FIXTURE}`,
      "--lang",
      "fr",
      "--type",
      "3",
    ]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/→ PUBLISH .* r1 bit RETAIN à 1 · m\d+ identifiant de paquet/);
    expect(stdout).not.toContain("SUBSCRIBE");
  });

  it("is given to programs as one object a line", async () => {
    const { stdout } = await runLogs(["--json", "--client", "*"], readFileSync(FIXTURE_IN_SECONDS));
    const objects = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(objects.length).toBeGreaterThan(20);
    for (const object of objects) {
      expect(object).toMatchObject({
        line: expect.any(String) as unknown,
        event: expect.any(String) as unknown,
      });
      expect(object.at).toMatch(/^\d{4}-\d\d-\d\dT[\d:]{8}Z$/);
    }
  });

  it("ends quietly when nobody reads any more", async () => {
    const child = start("--log-command", "yes '1795414496: Received PINGREQ from a'");
    await once(child.stdout, "data");
    child.stdout.destroy();
    const [stderr] = await Promise.all([text(child.stderr), ended(child)]);
    expect([child.exitCode, stderr]).toEqual([0, ""]);
  });
});

test.each<[readonly string[], RegExp]>([
  [
    ["--log-file", "/nowhere/x.log"],
    /The log file \/nowhere\/x\.log cannot be read: there is no such file\./,
  ],
  [["a", "b"], /A log comes from one place; here are several: a, b\./],
  [["--type", "PUBLISHED", "-"], /--type is “PUBLISHED”; it can be a packet's name/],
  [["--type", "16", "-"], /--type is “16”/],
  [["--topic", "a/#/b", "-"], /--topic is “a\/#\/b”, which is not a valid topic filter\./],
  [["--tail", "3", "-"], /--tail is for a container, a file or SSH/],
  [["--tail", "many", "--log-file", "x"], /--tail is “many”/],
  [["--clients", "a"], /There is no option --clients; the nearest is --client\./],
])("%j is refused in one sentence", async (argv, sentence) => {
  const { status, stdout, stderr } = await runLogs(argv);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(sentence);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
});

test("a command that fails says why, after what it had to say", async () => {
  const { status, stderr } = await runLogs(["--log-command", "echo no >&2; exit 3"]);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^tp-mqtt: The log command failed \(no\)\. .*\n$/);
});

describe("Ctrl-C", () => {
  /** Starts with a command whose first line is its process id; resolves once that has been shown. */
  async function following(command: string) {
    const child = start("--log-command", `echo $$ > ${folder}/pid; ${command}`);
    await once(child.stdout, "data");
    return { child, pid: Number(readFileSync(join(folder, "pid"), "utf8")) };
  }

  it.each([
    ["while nothing comes", "echo ready; exec sleep 600"],
    ["in the middle of a burst", "yes '1795414496: Received PINGREQ from a'"],
    ["with a source that will not end", "trap '' TERM; echo ready; while :; do sleep 600; done"],
  ])("ends at once %s, and leaves nothing behind", async (_when, command) => {
    const { child, pid } = await following(command);
    child.stdout.resume();
    child.kill("SIGINT");
    expect(await ended(child)).toBeLessThan(AT_ONCE_MS);
    expect(child.exitCode).toBe(130);
    await until(() => !isRunning(pid));
  });

  it("ends at once when its reader has stopped reading", async () => {
    const { child, pid } = await following("yes '1795414496: Received PINGREQ from a'");
    // Not resumed: the pipe fills up, and the process waits for room.
    child.stdout.pause();
    await until(() => child.stdout.readableLength > 0);
    child.kill("SIGINT");
    expect(await ended(child)).toBeLessThan(AT_ONCE_MS);
    expect(child.exitCode).toBe(130);
    await until(() => !isRunning(pid));
  });

  it("ends a source that does not even open", async () => {
    writeFileSync(join(folder, "log"), "");
    const child = start("--log-file", join(folder, "log"));
    // It listens for the signal only once its modules are loaded; before that it is ended by the signal itself.
    child.kill("SIGINT");
    expect(await ended(child)).toBeLessThan(AT_ONCE_MS);
    expect([130, null]).toContain(child.exitCode);
  });
});

/** Connects, publishes at QoS 2, and disconnects. */
async function visit({ address }: Target): Promise<void> {
  const url = `mqtt://${address.host}:${address.port}`;
  const client = await connectAsync(url, { clientId: "visitor", keepalive: 42 });
  await client.publishAsync("house/salon", "21.5", { qos: 2 });
  await client.endAsync();
}

/** Lines until one that matches. */
async function linesUntil(output: NodeJS.ReadableStream, last: RegExp): Promise<readonly string[]> {
  const seen: string[] = [];
  for await (const line of createInterface({ input: output })) {
    seen.push(line);
    if (last.test(line)) break;
  }
  return seen;
}

const CONVERSATION: readonly RegExp[] = [
  /visitor +→ CONNECT .*MQTT 3\.1\.1 · c1 clean session on · k42 keep alive 42 s$/,
  /visitor +← CONNACK .*0 accepted$/,
  /visitor +→ PUBLISH +house\/salon · 4 bytes · d0 DUP flag off · q2 QoS 2 · r0 .* · m\d+ packet identifier/,
  /visitor +← PUBREC /,
  /visitor +→ PUBREL /,
  /visitor +← PUBCOMP /,
  /visitor +→ DISCONNECT /,
];

const mosquitto = mosquittoHere();
(mosquitto.here ? describe : describe.skip)(mosquitto.title("a real mosquitto's log"), () => {
  it("tells a client's visit while it happens", async () => {
    await using target = await startNative();
    const log = await target.log.open?.();
    const child = start("--client", "visitor", "-");
    log?.pipe(child.stdin).on("error", () => undefined);
    const lines = linesUntil(child.stdout, / end /);
    await visit(target);
    const told = (await lines).join("\n");
    for (const line of CONVERSATION) expect(told).toMatch(new RegExp(line.source, "m"));
    log?.destroy();
  });
});

const sshd = programHere("sshd");
(sshd.here ? describe : describe.skip)(sshd.title("a log over OpenSSH"), () => {
  it("is followed from now on, or with its past", async () => {
    await using server = await Sshd.start({ script: 'exec tail -n +1 -f "$1/log"' });
    writeFileSync(server.file("log"), "1795414496: Received PINGREQ from before\n");
    const { username, port, keyFile = "", hostKey = "" } = server.access;
    const login = ["--ssh", `${username}@127.0.0.1:${port}`, "--ssh-key", keyFile, "--ssh-host-key", hostKey];
    const child = start(...login, "--tail", "all");
    const lines = linesUntil(child.stdout, /now +→ PINGREQ/);
    await once(child.stdout, "data");
    appendFileSync(server.file("log"), "1795414497: Received PINGREQ from now\n");
    expect(await lines).toEqual([expect.stringMatching(/before +→ PINGREQ/), expect.stringMatching(/now/)]);
    child.kill("SIGINT");
    expect(await ended(child)).toBeLessThan(AT_ONCE_MS);
    expect(child.exitCode).toBe(130);
  });

  it("is not read from a server whose key is another one", async () => {
    await using server = await Sshd.start({ script: "echo never" });
    const { username, port, keyFile = "" } = server.access;
    const other = `SHA256:${"A".repeat(43)}`;
    const login = ["--ssh", `${username}@127.0.0.1:${port}`, "--ssh-key", keyFile, "--ssh-host-key", other];
    const { status, stdout, stderr } = await runLogs(login);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});

const docker = dockerHere();
(docker.here ? describe : describe.skip)(docker.title("a container's log"), () => {
  it("is followed by the container's name or id until the container ends", async () => {
    const target = await startContainer();
    const child = start(target.containerId.slice(0, 12), "--tail", "all");
    try {
      const lines = linesUntil(child.stdout, /visitor + end /);
      await visit(target);
      const told = (await lines).join("\n");
      expect(told).toMatch(/broker +mosquitto \S+ starting/);
      for (const line of CONVERSATION) expect(told).toMatch(new RegExp(line.source, "m"));
    } finally {
      await target[Symbol.asyncDispose]();
    }
    await ended(child);
    expect(child.exitCode).toBe(0);
  });

  it("that is not there is one sentence", async () => {
    const { status, stderr } = await runLogs(["no-such-container"]);
    expect([status, stderr.trimEnd().split("\n").length]).toEqual([2, 1]);
    expect(stderr).toMatch(/There is no container no-such-container; (running: .+|none is running)\.\n$/);
  });
});
