import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { abreast } from "../../src/exercise/abreast";
import { exercise } from "../../src/exercise/exercise";
import type { Stage } from "../../src/exercise/stage";
import { closeOf, within } from "../../src/exercise/wait";
import { dropsPromptly, expiryBounds } from "../../src/judge/claims/keep-alive";
import { logTellsWire } from "../../src/judge/claims/log-tells-wire";
import type { Scene } from "../../src/judge/scene";
import { logged, notEarly, notLate, willPublished } from "./expiry-claims";
import { dropOf, LAG, silentRoles } from "./silence";
import { pingsCount, zeroNever } from "./survivor-claims";

/** Milliseconds beyond the latest moment known at which a silent client is given up. */
const GIVE_UP = 1000;

/** Sends CONNECT, then not a byte more, until the broker closes the connection. */
async function beSilent(stage: Stage, keepAlive: number): Promise<void> {
  const role = `k${keepAlive}`;
  const client = await stage.raw(role);
  const will = { topic: stage.topic(role), payload: stage.payload(role), qos: 0, retain: false } as const;
  await client.connect({ keepAlive, will });
  const { most } = expiryBounds(stage.broker, keepAlive);
  await within(client.closed, closeOf(client.role), most * 1000 + GIVE_UP);
}

async function observe(stage: Stage, over: Promise<void>, wills: number): Promise<void> {
  const observer = await stage.client("observer");
  await observer.subscribe({ [stage.topic("+")]: 0 });
  await over;
  await observer.messages(wills, GIVE_UP);
  await observer.fence();
  await observer.disconnect();
}

/** With a keep alive of 0 a client may be silent for as long as it likes. */
async function stayWithoutKeepAlive(stage: Stage, over: Promise<void>): Promise<void> {
  const client = await stage.raw("k0");
  const { code } = await client.connect({ keepAlive: 0 });
  if (code !== 0) return;
  await over;
  await client.fence();
  await client.disconnect();
}

/** As short a keep alive as a silent client's, and a ping every half of it. */
async function keepPinging(stage: Stage, over: Promise<void>): Promise<void> {
  const client = await stage.raw("pinger");
  await client.connect({ keepAlive: 2 });
  const ended = over.then(() => false);
  for (let going = true; going;) {
    await client.fence();
    going = await Promise.race([ended, delay(1000, true, { ref: false })]);
  }
  await client.fence();
  await client.disconnect();
}

export const keepAliveExpiry = exercise({
  id: "3-keepalive-expiry",
  section: "3",
  title: {
    en: "A client that is silent for too long is dropped",
    fr: "Un client trop longtemps silencieux est déconnecté",
  },
  asks: {
    en: "How do the pings keep up the connection, and what does kx mean? Clients that connect and then send nothing show it.",
    fr: "Comment les pings maintiennent-ils la connexion, et que signifie kx ? Des clients qui se connectent puis n’envoient plus rien le montrent.",
  },
  pace: "idle",
  bound: 13_000,
  async play(stage) {
    const lag = monitorEventLoopDelay({ resolution: 10 });
    lag.enable();
    const keepAlives = dropsPromptly(stage.broker) ? [1, 2, 3] : [1, 2];
    const silence = abreast(...keepAlives.map((keepAlive) => beSilent(stage, keepAlive)));
    const ended = () => {
      // A machine that is busy makes every time too long by up to this much.
      stage.mark(LAG, lag.max / 1e6);
      lag.disable();
    };
    const over = silence.then(ended, ended);
    await abreast(
      silence,
      observe(stage, over, keepAlives.length),
      stayWithoutKeepAlive(stage, over),
      keepPinging(stage, over),
    );
  },
  claims: [notEarly, notLate, logged, willPublished, zeroNever, pingsCount, logTellsWire()],
  measure: (scene: Scene) =>
    silentRoles(scene).flatMap((role) => {
      const { seconds } = dropOf(scene, role);
      if (seconds === undefined) return [];
      const title = {
        en: `silent client with ${role}: dropped after`,
        fr: `client silencieux avec ${role} : déconnecté après`,
      };
      return [{ title, value: Math.round(seconds * 100) / 100, unit: "s" }];
    }),
});
