/** What happens to a run while its server is harmed: it ends, with verdicts or a diagnosis, and blames nobody wrongly. */
import type { Bench, Verified } from "./bench";
import type { Checks } from "./checks";
import { cutSessions, docker, writes } from "./docker";

/** Milliseconds for a run that is disturbed. */
const BOUND = 60_000;
/** A line about an exercise in the middle of the run: the checks before it are over, and idle ones go on for seconds. */
const UNDERWAY = /Received PUBLISH from \S+ \(.*'tp-mqtt\/\w+\/2\.4-qos2\//;
/** The same of somebody who passes by while sessions of `1.1-ssh-confined` are open, and of `1.1-ssh-login`'s session. */
const [CONFINED, LOGIN] = [/ as \w+-\d+-[bp]\d+ /, / as \w+-\d+-first /];

interface Harm {
  readonly id: string;
  readonly what: string;
  /** Lines of the broker's log at which it is done, one after another. */
  readonly at: readonly RegExp[];
  do(bench: Bench): Promise<unknown>;
  /** What must be so besides what must always be. */
  judge(run: Verified, checks: Checks): void;
}

const HARMS: readonly Harm[] = [
  {
    id: "sessions-cut",
    what: "the SSH sessions are cut three times",
    at: [UNDERWAY, CONFINED, LOGIN],
    do: ({ ssh }) => cutSessions(ssh),
    judge: blamesNobody,
  },
  {
    id: "ssh-restarted",
    what: "the SSH server is restarted",
    at: [UNDERWAY],
    do: ({ ssh }) => docker("restart", "-t", "0", ssh),
    judge: blamesNobody,
  },
  {
    id: "broker-restarted",
    what: "the broker is restarted",
    at: [UNDERWAY],
    do: ({ broker }) => docker("restart", "-t", "0", broker),
    judge(run, checks) {
      checks.check(
        "the one failure says that the broker went away",
        names(run, "fail") === "0-target/stays",
        failures(run),
      );
      checks.check("its screen says so", /went away during the run/.test(run.stdout));
    },
  },
];

export async function disturb(bench: Bench, healthy: Verified, checks: Checks): Promise<void> {
  for (const harm of HARMS) {
    const running = bench.overSsh(harm.id);
    let done = 0;
    for (const line of harm.at) {
      const isOver = await Promise.race([writes(bench.broker, line), running.then(() => true)]);
      if (isOver === true) break;
      await harm.do(bench);
      done++;
    }
    const run = await running;
    console.log(`\n${harm.what} in the middle of a run: status ${run.status} after ${seconds(run.ms)}`);
    checks.check("it was disturbed while it ran", done === harm.at.length, `${done} of ${harm.at.length}`);
    checks.check(`the run ends within ${seconds(BOUND)}`, run.ms < BOUND, seconds(run.ms));
    checks.check("its exit status is one of 0, 1, 2", [0, 1, 2].includes(run.status), String(run.status));
    checks.check(
      "no stack trace is shown",
      !/^\s+at .*:\d+:\d+\)?$/m.test(run.stdout + run.stderr),
      run.stderr,
    );
    const ids = run.results?.claims.map(({ id }) => id) ?? [];
    checks.check("each claim is judged once", new Set(ids).size === ids.length);
    checks.check("and none is left out", ids.length === healthy.results?.claims.length, String(ids.length));
    harm.judge(run, checks);
    const status = await untilWell(bench);
    checks.check("the lab is well again", status === 0, `status ${status}`);
  }
}

/** Lines that were lost leave a claim undecided. */
function blamesNobody(run: Verified, checks: Checks): void {
  checks.check("no claim fails", names(run, "fail") === "", failures(run));
  const undecided = run.results?.claims.filter(({ verdict }) => verdict === "inconclusive") ?? [];
  checks.check(
    "what is undecided has a reason",
    undecided.every(({ reason }) => Boolean(reason)),
  );
  console.log(`  ${undecided.length} undecided`);
}

const names = (run: Verified, wanted: string) =>
  (run.results?.claims ?? [{ id: "no results", verdict: wanted }])
    .filter(({ verdict }) => verdict === wanted)
    .map(({ id }) => id)
    .join(" ");

/** With what was seen: a failure here may not come again. */
const failures = (run: Verified) =>
  (run.results?.claims ?? [])
    .filter(({ verdict }) => verdict === "fail")
    .map((claim) => `${claim.id} ${JSON.stringify([claim.actual, claim.evidence.map(({ text }) => text)])}`)
    .join("\n") || names(run, "fail");

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** A container that was restarted answers in a moment; "status" has bounds of its own. */
async function untilWell(bench: Bench): Promise<number> {
  const end = performance.now() + BOUND;
  for (;;) {
    const { status } = await bench.status();
    if (status === 0 || performance.now() > end) return status;
  }
}
