/**
 * `npm run lab-test`: a lab is started, judged over SSH from end to end, disturbed, and removed, all by way of the
 * commands; nothing may be left of it. Ends with the line `N passed, N failed`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onEnd } from "../src/target/cleanup";
import { quietPorts } from "../src/evidence/ssh/testing/ports";
import { Bench, type Verified } from "./lab/bench";
import { disturb } from "./lab/chaos";
import { Checks } from "./lab/checks";
import { interruptAll, type Ended } from "./lab/command";
import { containersOf } from "./lab/docker";
import { leftOf } from "./lab/left";

/** Seconds that a run over SSH may take more than one against a container. */
const MORE = 10;
const NO_LAB = 2;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "tp-mqtt-class-"));
  const [mqtt = 0, tls = 0, ssh = 0] = await quietPorts(3);
  const bench = new Bench(folder, `tp-mqtt-class-${process.pid}`, { mqtt, tls, ssh });
  const checks = new Checks();
  const end = async () => {
    await bench.down();
    rmSync(folder, { recursive: true, force: true });
  };
  const withdraw = onEnd({
    stop: async () => {
      await interruptAll();
      await end();
    },
  });
  try {
    await withoutLab(bench, checks);
    await start(bench, checks);
    await disturb(bench, await judge(bench, checks), checks);
    await remove(bench, checks);
  } finally {
    await end();
    withdraw();
  }
  checks.conclude();
}

async function withoutLab(bench: Bench, checks: Checks): Promise<void> {
  const { status } = await bench.status();
  checks.check("lab status without a lab ends with 2", status === NO_LAB, `status ${status}`);
}

async function start(bench: Bench, checks: Checks): Promise<void> {
  const first = await bench.up();
  checks.check(`lab up (${seconds(first.ms)})`, first.status === 0, said(first));
  const status = await bench.status();
  checks.check("lab status says that all is well", status.status === 0, said(status));
  const [containers, announced] = [await containersOf(bench.name), handedOut(bench.announced)];
  const second = await bench.up();
  checks.check(`lab up once more (${seconds(second.ms)})`, second.status === 0, said(second));
  checks.check("keeps password and host key", handedOut(bench.announced) === announced, bench.announced);
  checks.check("keeps the containers", (await containersOf(bench.name)) === containers);
}

/** @returns the run over SSH */
async function judge(bench: Bench, checks: Checks): Promise<Verified> {
  const overSsh = await bench.overSsh("over-ssh");
  const { pass = 0, fail = 0, inconclusive = 0, skipped = 0 } = overSsh.results?.summary ?? {};
  checks.check(`verify over SSH: ${pass} claims pass`, overSsh.status === 0 && pass > 0, said(overSsh));
  checks.check("none fails, none is undecided", fail + inconclusive === 0, `${fail}, ${inconclusive}`);
  checks.check("none is skipped", skipped === 0, String(skipped));
  const direct = await bench.inContainer("container");
  checks.check("verify against a container", direct.status === 0, said(direct));
  const more = (overSsh.ms - direct.ms) / 1000;
  console.log(
    `over SSH ${seconds(overSsh.ms)}, against a container ${seconds(direct.ms)}: ${more.toFixed(1)} s more`,
  );
  checks.check(`at most ${MORE} s more over SSH`, more <= MORE);
  return overSsh;
}

async function remove(bench: Bench, checks: Checks): Promise<void> {
  console.log("");
  const down = await bench.down();
  checks.check(`lab down (${seconds(down.ms)})`, down.status === 0, said(down));
  const left = await leftOf(bench);
  checks.check("leaves nothing", left.length === 0, left.join(", "));
  const again = await bench.down();
  checks.check("lab down once more", again.status === 0, said(again));
  const status = await bench.status();
  checks.check("lab status after it ends with 2", status.status === NO_LAB, `status ${status.status}`);
}

/** What students were told. */
const handedOut = (announced: string) => announced.match(/^ +(?:Password|Host key) .*$/gm)?.join() ?? "";

const said = ({ status, stdout, stderr }: Ended) => `status ${status}\n${stderr}${stdout}`;

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

void main();
