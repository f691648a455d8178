/** Payloads of which something might be lost: nothing at all, one byte, every byte, very many bytes. */
import { abreast } from "../../src/exercise/abreast";
import type { Stage } from "../../src/exercise/stage";

export const PAYLOADS = ["empty", "byte", "binary", "large"] as const;
export type PayloadName = (typeof PAYLOADS)[number];

const LARGE = 100_000;

/** Bytes that follow no pattern that a shifted or repeated block would hide; the run's name makes them fresh. */
function largePayload(run: string): Buffer {
  const bytes = Buffer.alloc(LARGE);
  let state = Number.parseInt(run, 36) >>> 0;
  for (let i = 0; i < LARGE; i++) {
    // A linear congruential generator: the constants are those of Numerical Recipes.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}

function payload(name: PayloadName, run: string): Buffer {
  switch (name) {
    case "empty":
      return Buffer.alloc(0);
    case "byte":
      return Buffer.from(run.slice(0, 1));
    case "binary":
      return Buffer.from(Array.from({ length: 256 }, (_, i) => i));
    case "large":
      return largePayload(run);
  }
}

/** The role that publishes it: a broker that refuses the large one closes no other connection. */
export const senderOf = (name: PayloadName): string => `send-${name}`;
export const receiverOf = (name: PayloadName): string => `get-${name}`;

export async function playPayloads(stage: Stage): Promise<void> {
  const possible = PAYLOADS.filter(
    (name) => name !== "large" || stage.broker.capabilities.has("large-packets"),
  );
  await abreast(...possible.map((name) => playPayload(stage, name)));
}

async function playPayload(stage: Stage, name: PayloadName): Promise<void> {
  const receiver = await stage.client(receiverOf(name));
  await receiver.subscribe({ [stage.topic(name)]: 1 });
  const sender = await stage.client(senderOf(name));
  await sender.publish(stage.topic(name), payload(name, stage.run), { qos: 1 });
  await receiver.messages(1);
  await sender.disconnect();
  await receiver.disconnect();
}
