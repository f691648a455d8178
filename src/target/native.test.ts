import { once } from "node:events";
import { existsSync, statSync } from "node:fs";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { startNative } from "./native";
import { sweepHomes } from "./native-home";
import { accepts } from "./ports";
import { mosquittoHere } from "./testing/available";
import type { Target } from "./target";
import { isRunning, killLeft, spawnStart, started, until } from "./testing/run";

afterEach(killLeft);

async function logOf(target: Target): Promise<Readable> {
  return (await target.log.open?.()) ?? Readable.from([]);
}

const mosquitto = mosquittoHere();

(mosquitto.here ? describe : describe.skip)(mosquitto.title("startNative"), () => {
  it("listens on a loopback port, from a directory that only its user may enter", async () => {
    await using target = await startNative();
    await expect(accepts("127.0.0.1", target.address.port, 1000)).resolves.toBe(true);
    expect(statSync(target.directory).mode & 0o777).toBe(0o700);
    expect(target.version).toMatch(/^\d+\.\d+\.\d+/);
  });

  it("leaves neither process nor directory, and its log from first to last line", async () => {
    const target = await startNative();
    await target[Symbol.asyncDispose]();
    expect(isRunning(target.pid)).toBe(false);
    expect(existsSync(target.directory)).toBe(false);
    const log = await text(await logOf(target));
    expect(log).toMatch(/mosquitto version \S+ starting[^]*mosquitto version \S+ terminating\n$/);
  });

  it("starts several at a time", async () => {
    const targets = await Promise.all([startNative(), startNative(), startNative()]);
    await Promise.all(targets.map((target) => target[Symbol.asyncDispose]()));
    expect(new Set(targets.map((target) => target.address.port)).size).toBe(3);
  });

  it("quotes a broker that does not take its configuration", async () => {
    const start = startNative({ config: ["bogus_option 1"] });
    await expect(start).rejects.toThrow(/its own words: Error: Unknown configuration variable .bogus_option/);
  });

  it("is ready also when the broker is told to say nothing", async () => {
    await using target = await startNative({ config: ["log_dest none"] });
    await expect(accepts("127.0.0.1", target.address.port, 1000)).resolves.toBe(true);
  });

  it("says so when the program is no program", async () => {
    const start = startNative({ binary: { path: "/nonexistent/mosquitto", version: "2.0.11" } });
    await expect(start).rejects.toThrow(/ENOENT/);
  });

  it("ends with its process on Ctrl-C", async () => {
    const child = spawnStart("native");
    const { pid, directory } = await started(child);
    child.kill("SIGINT");
    const [, signal] = (await once(child, "exit")) as [unknown, string];
    expect(signal).toBe("SIGINT");
    expect(isRunning(Number(pid))).toBe(false);
    expect(existsSync(String(directory))).toBe(false);
  });

  it("is swept when its process was killed", async () => {
    const child = spawnStart("native");
    const { pid, directory } = await started(child);
    child.kill("SIGKILL");
    await once(child, "exit");
    await sweepHomes();
    await until(() => !isRunning(Number(pid)));
    expect(existsSync(String(directory))).toBe(false);
  });
});
