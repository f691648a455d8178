/** A correct broker, or a correct neighbourhood, in which no claim may fail. */
import type { Exercise } from "../../src/exercise/exercise";
import { play } from "../../src/exercise/play";
import { judge } from "../../src/judge/judge";
import type { ClaimResult } from "../../src/judge/results";
import type { Target } from "../../src/target/target";
import { exercises, probe } from "..";

export interface Trial {
  readonly id: string;
  /** Plays everything and returns what was judged. */
  run(): Promise<readonly ClaimResult[]>;
}

/** Plays everything on a target and judges it. */
export function verified(target: Target): Promise<readonly ClaimResult[]> {
  return judged(target, exercises);
}

/** Plays what is played over TLS. */
export function overTls(target: Target): Promise<readonly ClaimResult[]> {
  return judged(
    target,
    exercises.filter(({ needs }) => needs?.includes("tls")),
  );
}

/** Plays what is about the log over SSH. */
export function overSsh(target: Target): Promise<readonly ClaimResult[]> {
  return judged(
    target,
    exercises.filter(({ needs }) => needs?.includes("ssh")),
  );
}

async function judged(target: Target, chosen: readonly Exercise[]): Promise<readonly ClaimResult[]> {
  const tool = { name: "tp-mqtt sound", version: "0" };
  const journal = await play(target, { tool, probe, exercises: chosen });
  return judge(journal.entries, [probe, ...chosen], { lang: "en" }).claims;
}
