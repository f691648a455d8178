import { exercise } from "../../src/exercise/exercise";
import type { Stage } from "../../src/exercise/stage";
import { logTellsWire } from "../../src/judge/claims/log-tells-wire";
import { publishAll } from "./batches";
import { dollarHidden } from "./dollar-claims";
import { LESSONS, placed } from "./examples";
import { cases, seedOf } from "./generated";
import { content, generated, lesson } from "./wildcard-claims";

/** Hand-written and generated cases in one go: one client holds every filter, another publishes on every topic. */
async function playCases(stage: Stage): Promise<void> {
  const seed = seedOf(stage.run);
  const chance = cases(seed, stage.root);
  stage.mark("generated", { seed, filters: chance.length });
  const examples = LESSONS.flatMap((one) => one.examples);
  const filters = [
    ...examples.map(({ filter }) => placed(filter, stage.root)),
    ...chance.map(({ filter }) => filter),
  ];
  const topics = [
    ...examples.flatMap(({ receives, misses }) =>
      [...receives, ...misses].map((topic) => placed(topic, stage.root)),
    ),
    ...chance.flatMap((one) => one.topics),
  ];
  const reader = await stage.client("reader");
  await reader.subscribe(Object.fromEntries(filters.map((filter) => [filter, 0])));
  const writer = await stage.raw("writer");
  await writer.connect();
  await publishAll(
    writer,
    topics.map((topic, i) => [topic, stage.payload(`case ${i}`)]),
  );
  await reader.fence();
  await Promise.all([reader.disconnect(), writer.disconnect()]);
}

/** Rounds of the following: a broker that others keep busy may drop a QoS 0 message on the way to a client of `#`. */
const ROUNDS = 5;

/**
 * Clients with a wildcard at the very root, where topics with a dollar sign are hidden from them. Whatever anybody
 * publishes arrives there, so it is short, and only what this run published is looked at.
 */
async function playDollar(stage: Stage): Promise<void> {
  const plain = stage.topic("root");
  const filters = {
    hash: "#",
    plus: `+/${stage.run}/${stage.exercise}/root`,
    named: `$tp-mqtt/${stage.run}/#`,
  };
  const watchers = await Promise.all(
    Object.entries(filters).map(async ([role, filter]) => ({ filter, watcher: await stage.client(role) })),
  );
  const crier = await stage.raw("crier");
  await crier.connect();
  await Promise.all(watchers.map(({ watcher, filter }) => watcher.subscribe({ [filter]: 0 })));
  const open = watchers.filter(({ watcher }) => watcher.role !== "named");
  const arrived = () => open.every(({ watcher }) => watcher.received.some(({ topic }) => topic === plain));
  for (let round = 1; round <= ROUNDS && !arrived(); round++) {
    crier.publish(`$${plain}`, stage.payload(`hidden ${round}`));
    crier.publish(plain, stage.payload(`seen ${round}`));
    await crier.fence();
    await Promise.all(watchers.map(({ watcher }) => watcher.fence()));
  }
  await Promise.all(watchers.map(({ watcher, filter }) => watcher.unsubscribe(filter)));
  await Promise.all([crier, ...watchers.map(({ watcher }) => watcher)].map((client) => client.disconnect()));
}

export const wildcards = exercise({
  id: "6-wildcards",
  section: "6",
  title: { en: "How # and + work", fr: "Le fonctionnement des # et des +" },
  asks: {
    en: "Try a few commands to understand how # and + work in MQTT topics.",
    fr: "Mettre en œuvre quelques commandes pour comprendre le fonctionnement des # et des + dans les topics MQTT.",
  },
  needs: ["wildcards"],
  async play(stage) {
    await Promise.all([playCases(stage), playDollar(stage)]);
  },
  claims: [
    ...LESSONS.map(lesson),
    dollarHidden("hash", "#"),
    dollarHidden("plus", "+/…"),
    generated,
    content,
    logTellsWire(),
  ],
});
