/**
 * What a class sees of the lab's log: `npx tsx scripts/bench/followers.ts [--seconds 60] [--rates 5,100,300]
 * [--followers 30] [--clients 100] [--segment-bytes N]`. Followers read the log over SSH while clients publish numbered
 * messages, at each rate (messages a second, of all clients together) for its share of the time. Each line about each
 * client must reach each follower, once, whole and in order. Prints the delay from the packet to its line; exits with 1
 * when a line was lost, doubled, damaged or out of order.
 */
import { createHistogram, type RecordableHistogram } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { findEngine } from "../../src/target/container";
import type { Endpoint } from "../../src/target/docker/engine";
import { onEnd } from "../../src/target/cleanup";
import { accessTo } from "../../src/lab/checks";
import { askBroker } from "../../src/lab/probe/broker";
import { openLab, type LabDoor } from "../../src/lab/testing/lab-door";
import { Crowd, MOST } from "./followers/crowd";
import { Follower } from "./followers/follower";
import { loadOf, rotationsOf } from "./followers/load";
import { Tally } from "./followers/tally";

const ASK_BOUND = 5_000;
/** Milliseconds that the followers have to come to the end of the log. */
const END_BOUND = 30_000;

interface Setting {
  readonly seconds: number;
  readonly rates: readonly number[];
  readonly followers: number;
  readonly clients: number;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seconds: { type: "string", default: "60" },
      rates: { type: "string", default: "5,100,300" },
      followers: { type: "string", default: "30" },
      clients: { type: "string", default: "100" },
      "segment-bytes": { type: "string" },
    },
  });
  const segment = values["segment-bytes"];
  const engine = await findEngine();
  if (engine === undefined) throw new Error("no Docker engine answers");
  await using door = await openLab(segment === undefined ? {} : { segmentBytes: Number(segment) });
  const withdraw = onEnd({
    stop: async () => {
      await door[Symbol.asyncDispose]();
    },
  });
  try {
    const whole = await follow(engine, door, {
      seconds: Number(values.seconds),
      rates: values.rates.split(",").map(Number),
      followers: Number(values.followers),
      clients: Number(values.clients),
    });
    process.exitCode = whole ? 0 : 1;
  } finally {
    withdraw();
  }
}

/** @returns whether every line reached every follower as it should */
async function follow(engine: Endpoint, door: LabDoor, setting: Setting): Promise<boolean> {
  const { rates, seconds, clients } = setting;
  const address = { host: "127.0.0.1", port: door.lab.settings.mqttPort };
  const delays = new Delays();
  const { ssh } = await accessTo(door.lab.folder, door.lab.settings);
  const tallies: Tally[] = [];
  const followers: Follower[] = [];
  const crowd = new Crowd(address, clients);
  const published = (client: number, number: number) => {
    delays.add(performance.now() - crowd.sentAt(client, number));
  };
  for (let i = 0; i < setting.followers; i++) {
    const tally = new Tally(clients, Math.min(MOST, mostOf(setting)), published);
    tallies.push(tally);
    followers.push(await Follower.login(ssh, tally));
  }
  await fence(followers, address, "all-follow");
  await crowd.connect();
  for (const rate of rates) {
    const [before, began] = [await loadOf(engine, door.lab.settings.name), performance.now()];
    await crowd.publish(rate, seconds / rates.length);
    const took = (performance.now() - began) / 1000;
    await fence(followers, address, `rate-${rate}`);
    const after = await loadOf(engine, door.lab.settings.name);
    const share = (part: keyof typeof after) => `${part} ${percent((after[part] - before[part]) / took)}`;
    console.log(
      `${rate} messages/s for ${took.toFixed(0)} s: ${delays.summary()}; CPU: ${share("broker")}, ${share("ssh")}, ${share("bench")}`,
    );
  }
  await crowd.leave();
  await fence(followers, address, "the-end");
  const rotations = await rotationsOf(engine, `${door.lab.settings.name}-mosquitto`);
  console.log(`the log went on to another segment ${rotations} times`);
  const whole = report(tallies, followers, crowd);
  for (const follower of followers) follower.leave();
  return whole;
}

/** Messages of one client, at the most. */
function mostOf({ rates, seconds, clients }: Setting): number {
  const all = rates.reduce((sum, rate) => sum + Math.round((rate * seconds) / rates.length), 0);
  return Math.ceil(all / clients) + 1;
}

/** Resolves when every follower has come to a line that is written now, or has not in its time. */
async function fence(
  followers: readonly Follower[],
  address: { readonly host: string; readonly port: number },
  word: string,
): Promise<void> {
  const seen = Promise.all(followers.map((follower) => follower.until(word)));
  await askBroker(address, word, ASK_BOUND);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      console.log(`${word}: not every follower has come to the end of the log`);
      resolve();
    }, END_BOUND);
  });
  await Promise.race([seen, late]);
  clearTimeout(timer);
}

function report(tallies: readonly Tally[], followers: readonly Follower[], crowd: Crowd): boolean {
  const counts = tallies.map((tally) => tally.counts(crowd.sent));
  const sum = (of: (one: (typeof counts)[number]) => number) => counts.reduce((all, one) => all + of(one), 0);
  const wrong = {
    lost: sum(({ lost }) => lost),
    doubled: sum(({ doubled }) => doubled),
    "out of order": sum(({ outOfOrder }) => outOfOrder),
    damaged: sum(({ damaged }) => damaged),
    "followers who saw another order": new Set(tallies.map((tally) => tally.fingerprint())).size - 1,
    "followers told of lines left out": followers.filter(({ leftOut }) => leftOut).length,
    "sessions that ended": followers.filter(({ ended }) => ended).length,
  };
  const messages = crowd.sent.reduce((all, one) => all + one, 0);
  console.log(
    `${followers.length} followers, ${crowd.sent.length} clients, ${messages} messages, ${sum(({ lines }) => lines)} lines read`,
  );
  for (const [what, count] of Object.entries(wrong)) console.log(`${what.padEnd(34)} ${count}`);
  return Object.values(wrong).every((count) => count === 0);
}

/** Of all followers together, since the last summary. */
class Delays {
  /** Microseconds. */
  private histogram: RecordableHistogram = createHistogram();

  add(ms: number): void {
    this.histogram.record(Math.max(1, Math.round(ms * 1000)));
  }

  summary(): string {
    const { histogram } = this;
    this.histogram = createHistogram();
    const ms = (microseconds: number) => `${(microseconds / 1000).toFixed(1)} ms`;
    return `delay median ${ms(histogram.percentile(50))}, 99th percentile ${ms(histogram.percentile(99))}, maximum ${ms(histogram.max)}`;
  }
}

const percent = (share: number) => `${(share * 100).toFixed(0)} %`;

void main();
