/** A real broker with the tap in front of it, and one journal for everything that clients do on it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Journal } from "../../src/evidence/journal/journal";
import type { Listener } from "../../src/evidence/journal/entry";
import { collectLog } from "../../src/evidence/log/collect";
import { Tap, type Line } from "../../src/evidence/wire/tap";
import type { Scene } from "../../src/judge/scene";
import { JournalView } from "../../src/judge/view";
import { startNative, type NativeTarget } from "../../src/target/native";

export const ROLE = "client";

export class Bench implements AsyncDisposable {
  private constructor(
    readonly target: NativeTarget,
    readonly folder: string,
    private readonly journal: Journal,
    private readonly tap: Tap,
    private readonly log: { stop(): void },
  ) {}

  static async open(): Promise<Bench> {
    const target = await startNative();
    const { address, tls, version = "", why } = target;
    const journal = new Journal();
    journal.add({
      source: "run",
      run: journal.run,
      startedAt: new Date().toISOString(),
      tool: { name: "tp-mqtt", version: "0" },
      target: {
        kind: "native",
        version,
        address: `${address.host}:${address.port}`,
        ...(tls === undefined ? {} : { tlsAddress: `${tls.address.host}:${tls.address.port}` }),
        logSource: target.log.text,
        capabilities: [...target.capabilities],
        why,
      },
    });
    const log = await collectLog(target.log, journal);
    const tap = new Tap(journal, { ...address, ...(tls === undefined ? {} : { tls: tls.address }) });
    const folder = mkdtempSync(join(tmpdir(), "tp-mqtt-clients-"));
    if (tls?.certificate !== undefined) writeFileSync(join(folder, "mosquitto.crt"), tls.certificate);
    return new Bench(target, folder, journal, tap, log);
  }

  /** A way to the broker for one run of one client. */
  line(exercise: string, listener: Listener): Promise<Line> {
    return this.tap.line(exercise, ROLE, listener);
  }

  /** What a run left in the journal, once the broker has written that this client is gone. */
  async scene(exercise: string, client: string): Promise<Scene> {
    const gone = new RegExp(`Client ${client} (\\[[^\\]]*\\] )?disconnected`);
    await new Promise<void>((resolve) => {
      const look = () =>
        this.journal.entries.some((entry) => entry.source === "log" && gone.test(entry.text));
      if (look()) {
        resolve();
        return;
      }
      const stop = this.journal.listen(() => {
        if (!look()) return;
        stop();
        resolve();
      });
    });
    this.journal.add({ source: "play", exercise, event: "actor", role: ROLE, client });
    return new JournalView(this.journal.entries).scene(exercise);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.tap.close();
    this.log.stop();
    await this.target[Symbol.asyncDispose]();
    rmSync(this.folder, { recursive: true });
  }
}
