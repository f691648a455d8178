import { exercise } from "../../src/exercise/exercise";
import { leave } from "../../src/exercise/leave";
import type { Stage } from "../../src/exercise/stage";
import type { WayOptions } from "../../src/exercise/stage";
import { NotSeen } from "../../src/exercise/wait";
import { certificateDecrypted, mqttDecrypted, selectsExactly } from "./filter-claims";
import { DECRYPTED, FILTERS } from "./filters";
import { stumblingBlocks } from "./stumbling-blocks";

/** Every type of the sheet's figure 1 that the broker takes part in. */
async function everyType(stage: Stage): Promise<void> {
  const { capabilities } = stage.broker;
  const topic = stage.topic("all");
  const [subscriber, publisher] = await Promise.all([stage.client("subscriber"), stage.client("publisher")]);
  await subscriber.subscribe({ [topic]: 2 });
  let sent = 0;
  for (const qos of [0, 1, 2] as const) {
    if (qos > 0 && !capabilities.has(`qos${qos}`)) continue;
    await publisher.publish(topic, stage.payload(`QoS ${qos}`), { qos });
    sent += 1;
  }
  await subscriber.messages(sent);
  await subscriber.unsubscribe(topic);
  await publisher.fence();
  await Promise.all([leave(publisher), leave(subscriber)]);
}

/** Where the broker cannot be verified, which is for section 5 to judge, the other filters have their frames all the same. */
async function inTls(stage: Stage, role: string, tls: NonNullable<WayOptions["tls"]>): Promise<void> {
  try {
    await publishInTls(stage, role, tls);
  } catch (error) {
    if (!(error instanceof NotSeen)) throw error;
  }
}

async function publishInTls(stage: Stage, role: string, tls: NonNullable<WayOptions["tls"]>): Promise<void> {
  const client = await stage.client(role, {}, { tls });
  await client.publish(stage.topic("secret"), stage.payload(role), { qos: 1 });
  await leave(client);
}

export const filters = exercise({
  id: "1.3-filters",
  section: "1.3",
  title: { en: "Wireshark’s display filters", fr: "Les filtres d’affichage de Wireshark" },
  asks: {
    en: "Which frames does each filter of the sheet select, alone and combined with AND and OR?",
    fr: "Quelles trames chaque filtre de la feuille sélectionne-t-il, seul et combiné avec AND et OR ?",
  },
  needs: ["tshark"],
  // Most of it is another program's work: tshark looks through two captures, and takes a second to start at the best of times.
  bound: 45_000,
  pace: "idle",
  async play(stage) {
    const { capabilities } = stage.broker;
    await everyType(stage);
    if (capabilities.has("tls")) await inTls(stage, "tls-1.3", {});
    if (capabilities.has("tls1.2")) await inTls(stage, "tls-1.2", { maxVersion: "TLSv1.2" });
    await stage.select(
      FILTERS.map(({ filter }) => filter),
      { decrypted: false },
    );
    if (capabilities.has("tls")) await stage.select(Object.values(DECRYPTED), { decrypted: true });
  },
  observe: stumblingBlocks,
  claims: [...FILTERS.map(selectsExactly), certificateDecrypted, mqttDecrypted],
});
