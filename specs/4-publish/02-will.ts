import { abreast } from "../../src/exercise/abreast";
import { exercise } from "../../src/exercise/exercise";
import { leave } from "../../src/exercise/leave";
import type { Stage } from "../../src/exercise/stage";
import type { QoS } from "../../src/evidence/wire/mqtt/packet";
import { logTellsWire } from "../../src/judge/claims/log-tells-wire";
import { logsEnds, logsNoWill, logsWills, onlySent } from "./will-log-claims";
import { discarded, noneWithoutWill, published, qosKept } from "./will-claims";
import { notRetained, retained } from "./will-retain-claims";

interface Mortal {
  readonly role: string;
  readonly qos: QoS;
  readonly retain: boolean;
  /** How its connection ends. */
  readonly end: "fin" | "reset" | "disconnect";
}

const MORTALS: readonly Mortal[] = [
  { role: "fin", qos: 0, retain: false, end: "fin" },
  { role: "reset", qos: 1, retain: false, end: "reset" },
  { role: "polite", qos: 1, retain: false, end: "disconnect" },
  { role: "polite-keeps", qos: 0, retain: true, end: "disconnect" },
  { role: "keeps", qos: 1, retain: true, end: "fin" },
];

async function liveAndDie(stage: Stage, { role, qos, retain, end }: Mortal): Promise<void> {
  const client = await stage.client(role, {
    will: { topic: stage.topic(role), payload: stage.payload(`will of ${role}`), qos, retain },
  });
  if (end === "disconnect") await leave(client);
  else await client.line.cut(end);
}

async function dieWithoutWill(stage: Stage): Promise<void> {
  const client = await stage.client("willless");
  await client.line.cut("fin");
}

/** Someone who subscribes when all is over. */
async function comeLate(stage: Stage, role: string, name: string, count: number): Promise<void> {
  const client = await stage.client(role);
  await client.subscribe({ [stage.topic(name)]: 1 });
  await client.messages(count);
  await client.fence();
  await client.disconnect();
}

export const will = exercise({
  id: "4-will",
  section: "4",
  title: { en: "What a client leaves behind", fr: "Ce qu’un client laisse derrière lui" },
  asks: {
    en: "The log says “No will message specified” or “Will message specified”. When does the broker publish a will, and with which parameters?",
    fr: "Le journal écrit « No will message specified » ou « Will message specified ». Quand le broker publie-t-il un testament, et avec quels paramètres ?",
  },
  needs: ["qos1"],
  async play(stage) {
    const observer = await stage.client("observer");
    await observer.subscribe({ [`${stage.root}/#`]: 1 });
    const canRetain = stage.broker.capabilities.has("retain");
    const mortals = MORTALS.filter((mortal) => canRetain || !mortal.retain);
    await abreast(...mortals.map((mortal) => liveAndDie(stage, mortal)), dieWithoutWill(stage));
    await observer.messages(mortals.filter(({ end }) => end !== "disconnect").length);
    await observer.fence();
    const late = [comeLate(stage, "late-fin", "fin", 0)];
    if (canRetain) late.push(comeLate(stage, "late-keeps", "keeps", 1));
    await abreast(...late);
    await observer.disconnect();
  },
  claims: [
    published,
    discarded,
    noneWithoutWill,
    qosKept,
    notRetained,
    retained,
    logsWills,
    logsNoWill,
    onlySent,
    logsEnds,
    logTellsWire(),
  ],
});
