import { once } from "node:events";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { findEngine, startContainer } from "./container";
import { untilMqttAnswers } from "./container/probe";
import type { Endpoint } from "./docker/engine";
import { labelled, PID, sweepContainers } from "./docker/owned";
import { dockerHere } from "./testing/available";
import type { Target } from "./target";
import { killLeft, spawnStart, started, until } from "./testing/run";

afterEach(killLeft);

async function logOf(target: Target): Promise<Readable> {
  return (await target.log.open?.()) ?? Readable.from([]);
}

const docker = dockerHere();
const owned = async (pid: number | undefined) => await labelled(await engine(), `${PID}=${pid ?? 0}`);

async function engine(): Promise<Endpoint> {
  const found = await findEngine();
  if (found === undefined) throw new Error("the engine has gone");
  return found;
}

(docker.here ? describe : describe.skip)(docker.title("startContainer"), () => {
  jest.setTimeout(30_000);

  it("answers MQTT on loopback, and its log runs from first to last line", async () => {
    const target = await startContainer();
    const { host, port } = target.address;
    await expect(untilMqttAnswers(host, port, AbortSignal.timeout(5000))).resolves.toBe(true);
    const log = text(await logOf(target));
    await target[Symbol.asyncDispose]();
    await expect(log).resolves.toMatch(/version \S+ starting[^]*tp-mqtt-ready[^]*version \S+ terminating\n/);
    expect(host).toBe("127.0.0.1");
    await expect(owned(process.pid)).resolves.toEqual([]);
  });

  it("quotes a broker that does not take its configuration, and leaves no container", async () => {
    const start = startContainer({ config: ["bogus_option 1"] });
    await expect(start).rejects.toThrow(/its own words: Error: Unknown configuration variable .bogus_option/);
    await expect(owned(process.pid)).resolves.toEqual([]);
  });

  it("is ready also when the broker is told to say nothing", async () => {
    await using target = await startContainer({ config: ["log_dest none"] });
    expect(target.version).toBeUndefined();
  });

  it("names the command that builds an image where none can be had", async () => {
    const start = startContainer({ image: "localhost:1/no-such-image:1" });
    await expect(start).rejects.toThrow(
      /no image localhost:1\/no-such-image:1 .*sudo docker\/build-from-debian\.sh$/,
    );
  });

  it("is removed on Ctrl-C while it starts", async () => {
    const child = spawnStart("container");
    await until(async () => (await owned(child.pid)).length > 0);
    child.kill("SIGINT");
    const [, signal] = (await once(child, "exit")) as [unknown, string];
    expect(signal).toBe("SIGINT");
    await expect(owned(child.pid)).resolves.toEqual([]);
  });

  it("is removed on SIGTERM once it runs", async () => {
    const child = spawnStart("container");
    await started(child);
    child.kill("SIGTERM");
    await once(child, "exit");
    await expect(owned(child.pid)).resolves.toEqual([]);
  });

  it("is swept when its process was killed, and others are not", async () => {
    await using other = await startContainer();
    const child = spawnStart("container");
    await started(child);
    child.kill("SIGKILL");
    await once(child, "exit");
    const left = await owned(child.pid);
    await sweepContainers(await engine());
    expect(left).toHaveLength(1);
    await expect(owned(child.pid)).resolves.toEqual([]);
    expect((await owned(process.pid)).map(({ Id }) => Id)).toEqual([other.containerId]);
  });
});
