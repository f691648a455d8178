import { startEmbedded } from "../target/embedded";
import { exercise, type Exercise } from "./exercise";
import { play } from "./play";

const BOUND = 1_000;
const words = { en: "", fr: "" };

function playing(id: string, how: Exercise["play"]): Exercise {
  return exercise({ id, section: "0", title: words, asks: words, claims: [], bound: BOUND, play: how });
}

const probe = playing("0-probe", async (stage) => {
  await stage.client("probe");
});

/** How an exercise ended, played on a real broker. */
async function endOf(how: Exercise["play"]): Promise<{ event?: string; text?: string }> {
  await using target = await startEmbedded();
  const tool = { name: "tp-mqtt test", version: "0" };
  const { entries } = await play(target, { tool, probe, exercises: [playing("0-played", how)] });
  const ends = entries.flatMap((entry) =>
    entry.source === "play" && entry.exercise === "0-played" && /^(ended|stopped)$/.test(entry.event)
      ? [{ event: entry.event, text: entry.text ?? "" }]
      : [],
  );
  return ends[0] ?? {};
}

test("an exercise goes on beyond its bound while the broker answers", async () => {
  const end = await endOf(async (stage) => {
    const client = await stage.client("busy");
    const began = performance.now();
    while (performance.now() - began < 2 * BOUND) await client.fence();
  });
  expect(end).toEqual({ event: "ended", text: "" });
});

test("an exercise in which nothing comes any more is stopped, and says what was waited for", async () => {
  const end = await endOf(async (stage) => {
    await stage.client("forgotten");
    await new Promise(() => undefined);
  });
  expect(end).toEqual({ event: "stopped", text: expect.stringContaining("the end of 0-played") as string });
});
