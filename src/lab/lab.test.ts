import { execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { connectAsync } from "mqtt";
import { findEngine } from "../target/container";
import type { Endpoint } from "../target/docker/engine";
import { dockerHere, imageHere } from "../target/testing/available";
import { until } from "../target/testing/run";
import { containersOf } from "./made";
import { down } from "./down";
import { status } from "./status";
import { Burglar } from "./testing/door";
import { openLab, type LabDoor } from "./testing/lab-door";
import { quietPorts } from "../evidence/ssh/testing/ports";
import { up } from "./up";

jest.setTimeout(90_000);

/** Of labs that are refused. */
const NAME = `tp-mqtt-test-${process.pid}-x`;
const BIN = join(__dirname, "../../bin/tp-mqtt.js");
const here = [dockerHere(), imageHere("tp-mqtt/ssh-logs")].find((part) => !part.here) ?? dockerHere();

let around: string;
beforeEach(() => {
  around = mkdtempSync(join(tmpdir(), "tp-mqtt-lab-test-"));
});
afterEach(() => {
  rmSync(around, { recursive: true, force: true });
});

async function engine(): Promise<Endpoint> {
  const found = await findEngine();
  if (found === undefined) throw new Error("the engine has gone");
  return found;
}

const docker = async (...args: readonly string[]) =>
  (await promisify(execFile)("docker", args)).stdout.trim();

/** Containers, networks and volumes that bear the lab's name. */
async function left(name: string): Promise<string> {
  const label = `label=tp-mqtt.lab=${name}`;
  const lists = [
    ["ps", "-aq"],
    ["network", "ls", "-q"],
    ["volume", "ls", "-q"],
  ];
  return (await Promise.all(lists.map((list) => docker(...list, "--filter", label)))).join("");
}

(here.here ? describe : describe.skip)(here.title("a lab"), () => {
  it("is started, shows a CONNECT over SSH, tells that all is well, and is gone", async () => {
    const door = await openLab();
    const { folder, settings } = door.lab;
    using burglar = new Burglar(door);
    {
      using session = burglar.ssh();
      const seen = session.shows(/New client connected from \S+ as a-student \(p\d, c1, k60\)/);
      await door.write("a-student");
      await expect(seen).resolves.toBeUndefined();
    }
    await expect(status(folder.path)).resolves.toMatchObject({ well: true, sessions: 0, clients: [] });
    await expect(left(settings.name)).resolves.not.toBe("");
    await door[Symbol.asyncDispose]();
    await expect(left(settings.name)).resolves.toBe("");
    expect(existsSync(folder.path)).toBe(false);
    await expect(down({ folder: folder.path })).resolves.toBeUndefined();
  });

  describe("that runs", () => {
    let door: LabDoor;
    beforeAll(async () => {
      door = await openLab({ segmentBytes: 300_000 });
    });
    afterAll(() => door[Symbol.asyncDispose]());

    it("keeps its keys to itself, and hands out no other secret than the password", () => {
      const { path } = door.lab.folder;
      const mode = (name: string) => (statSync(join(path, name)).mode & 0o777).toString(8);
      expect(["broker/mosquitto.key", "ssh/ssh_host_ed25519_key", "ssh/password"].map(mode)).toEqual([
        "600",
        "600",
        "600",
      ]);
      const handout = readdirSync(join(path, "handout"));
      expect(handout).toEqual(
        expect.arrayContaining(["LISEZMOI.txt", "README.txt", "known_hosts", "mosquitto.crt"]),
      );
      const texts = handout.map((name) => readFileSync(join(path, "handout", name), "utf8")).join("");
      expect(texts).toContain(door.password);
      expect(texts).not.toMatch(/PRIVATE KEY-----\n/);
    });

    it("is the same after a second up", async () => {
      const { folder, settings } = door.lab;
      const ids = async () => (await containersOf(await engine(), settings.name)).map(({ id }) => id).sort();
      const before = [await ids(), readFileSync(folder.file("ssh/ssh_host_ed25519_key"), "utf8")];
      const again = await up({ folder: folder.path, given: {}, login: {}, segmentBytes: 300_000 });
      expect(again).toMatchObject({ ran: true, settings });
      expect([await ids(), readFileSync(folder.file("ssh/ssh_host_ed25519_key"), "utf8")]).toEqual(before);
      expect(readFileSync(folder.file("ssh/password"), "utf8").trim()).toBe(door.password);
    });

    it("tells who is connected and who reads along", async () => {
      const client = await connectAsync(`mqtt://127.0.0.1:${door.lab.settings.mqttPort}`, {
        clientId: "alice",
      });
      using burglar = new Burglar(door);
      using session = burglar.ssh();
      await session.shows("alice");
      await expect(status(door.lab.folder.path)).resolves.toMatchObject({ clients: ["alice"], sessions: 1 });
      await client.endAsync();
    });

    it("goes from segment to segment under a fast log without losing, repeating or cutting a line", async () => {
      using burglar = new Burglar(door);
      using session = burglar.ssh(["-T"]);
      await session.shows("running");
      const client = await connectAsync(`mqtt://127.0.0.1:${door.lab.settings.mqttPort}`, {
        clientId: "fast",
      });
      await Promise.all(
        Array.from({ length: 20_000 }, (_, i) => client.publishAsync("fast", String(i), { qos: 1 })),
      );
      await client.endAsync();
      await session.shows("Received DISCONNECT from fast");
      const { stderr } = await promisify(execFile)(
        "docker",
        ["logs", `${door.lab.settings.name}-mosquitto`],
        {
          maxBuffer: 1e9,
        },
      );
      // What the broker says before it has read where to is on its standard error alone.
      const upTo = (text: string) =>
        text.slice(text.indexOf(" running\n"), text.indexOf("Received DISCONNECT from fast"));
      expect(session.output().match(/Reloading config/g)?.length ?? 0).toBeGreaterThan(1);
      // Not toBe: the difference of two such texts takes Jest minutes.
      expect(upTo(session.output()) === upTo(stderr)).toBe(true);
    });

    it("tells a port that is taken, and by whom", async () => {
      await using server = createServer().listen(0, "127.0.0.1");
      await once(server, "listening");
      const { port } = server.address() as { port: number };
      const [mqttPort = 0, tlsPort = 0] = await quietPorts(2);
      const attempt = (given: object) =>
        up({ folder: join(around, "lab"), given: { name: NAME, ...given }, login: {} });
      await expect(attempt({ mqttPort, tlsPort, sshPort: port })).rejects.toThrow(
        new RegExp(`^Port ${port} is taken by \\S+, process ${process.pid}; `),
      );
      const { sshPort } = door.lab.settings;
      await expect(attempt({ mqttPort, tlsPort, sshPort })).rejects.toThrow(
        / is taken by the container \S+-ssh-logs; /,
      );
      expect(existsSync(join(around, "lab"))).toBe(false);
    });

    it("is not taken over by another folder", async () => {
      const { name } = door.lab.settings;
      const attempt = up({ folder: join(around, "lab"), given: { name }, login: {} });
      await expect(attempt).rejects.toThrow(
        `A lab called ${name} runs already, from ${door.lab.folder.path}; `,
      );
    });
  });

  it("lets students in with their keys, and then with no password", async () => {
    const key = join(around, "key");
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key]);
    await using door = await openLab({ login: { publicKeys: readFileSync(`${key}.pub`, "utf8") } });
    using stranger = new Burglar(door);
    using refused = stranger.ssh();
    expect(await refused.ended).toBe(255);
    using student = new Burglar(door, key);
    using entered = student.ssh();
    await expect(entered.shows("running")).resolves.toBeUndefined();
    await expect(status(door.lab.folder.path)).resolves.toMatchObject({ well: true });
  });

  it("leaves nothing when it does not start", async () => {
    const folder = join(around, "lab");
    const [mqttPort = 0, tlsPort = 0, sshPort = 0] = await quietPorts(3);
    const given = {
      name: `tp-mqtt-test-${process.pid}-no`,
      mqttPort,
      tlsPort,
      sshPort,
      image: "tp-mqtt/ssh-logs",
    };
    // No broker is in that image.
    await expect(up({ folder, given, login: {} })).rejects.toThrow(
      /^(The broker does not answer|docker\S* could not start)/,
    );
    await expect(left(given.name)).resolves.toBe("");
    expect(existsSync(folder)).toBe(false);
  });

  it("leaves nothing when it is interrupted", async () => {
    const folder = join(around, "lab");
    const ports = await quietPorts(3);
    const name = `tp-mqtt-test-${process.pid}-int`;
    const flags = ["mqtt", "tls", "ssh"].flatMap((port, i) => [`--${port}-port`, String(ports[i])]);
    const child = spawn(process.execPath, [BIN, "lab", "up", "--name", name, "--dir", folder, ...flags], {
      stdio: "ignore",
    });
    await until(async () => (await containersOf(await engine(), name)).length > 0);
    child.kill("SIGINT");
    await once(child, "exit");
    await expect(left(name)).resolves.toBe("");
    expect(existsSync(folder)).toBe(false);
  });

  it("takes no folder that is somebody else’s", async () => {
    const folder = join(around, "mine");
    mkdirSync(folder);
    writeFileSync(join(folder, "thesis"), "");
    const [mqttPort = 0, tlsPort = 0, sshPort = 0] = await quietPorts(3);
    const attempt = up({ folder, given: { name: NAME, mqttPort, tlsPort, sshPort }, login: {} });
    await expect(attempt).rejects.toThrow(/has files in it and is no lab/);
    expect(readdirSync(folder)).toEqual(["thesis"]);
  });
});
