import { once } from "node:events";
import { startEmbedded } from "./embedded";
import { untilMqttAnswers } from "./container/probe";
import { isRunning, killLeft, spawnStart, started, until } from "./testing/run";

afterEach(killLeft);

describe("startEmbedded", () => {
  jest.setTimeout(20_000);

  it("answers MQTT on loopback, declares no log of its own, and ends when it is stopped", async () => {
    const target = await startEmbedded();
    const { host, port } = target.address;
    await expect(untilMqttAnswers(host, port, AbortSignal.timeout(5000))).resolves.toBe(true);
    expect(target.log).toMatchObject({ kind: "narrator" });
    expect(target.capabilities.has("log")).toBe(false);
    await target[Symbol.asyncDispose]();
    expect(isRunning(target.pid)).toBe(false);
  });

  it("ends when the process that started it is killed", async () => {
    const child = spawnStart("embedded");
    const { pid } = await started(child);
    child.kill("SIGKILL");
    await once(child, "exit");
    await until(() => !isRunning(Number(pid)));
    expect(isRunning(Number(pid))).toBe(false);
  });
});
