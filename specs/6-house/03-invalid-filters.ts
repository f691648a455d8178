import { exercise } from "../../src/exercise/exercise";
import type { RawClient } from "../../src/exercise/raw-client";
import type { Stage } from "../../src/exercise/stage";
import { NotSeen } from "../../src/exercise/wait";
import { logTellsWire } from "../../src/judge/claims/log-tells-wire";
import { publishAll } from "./batches";
import { placed } from "./examples";
import { publishBytes, subscribeBytes } from "./forbidden-packets";
import { BAIT, BAITS, CONTROL, OFFENCES, RULES, WITNESS, type Offence } from "./offences";
import { controlSurvives, loggedWhy, nothingDelivered, refused } from "./refusal-claims";

const PACKET_ID = 7;

/** Sends it, and waits until the broker has answered, has shown that it goes on, or has closed the connection. */
async function commit(stage: Stage, client: RawClient, { packet, text }: Offence): Promise<void> {
  const topic = placed(text, stage.root);
  await client.connect();
  await settled(async () => {
    if (packet === "PUBLISH") client.send(publishBytes(topic, stage.payload(client.role)));
    else {
      client.send(subscribeBytes(PACKET_ID, topic));
      await client.expect("SUBACK");
    }
    await client.fence();
  });
}

/** What an offender waits for need not come. */
async function settled(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof NotSeen)) throw error;
  }
}

export const invalidFilters = exercise({
  id: "6-invalid-filters",
  section: "6",
  title: { en: "Filters and topics that do not exist", fr: "Des filtres et des topics qui n’existent pas" },
  asks: {
    en: "Try # and + where they do not belong: what does the broker do?",
    fr: "Essayer # et + là où ils n’ont pas leur place : que fait le broker ?",
  },
  needs: ["wildcards"],
  async play(stage) {
    const witness = await stage.client(WITNESS);
    await witness.subscribe({ [stage.topic("#")]: 0 });
    const control = await stage.raw(CONTROL);
    await control.connect();
    await control.subscribe({ [stage.topic("a/+/#")]: 0 });
    control.publish(stage.topic("valid"), stage.payload("valid"));
    await control.fence();
    const offenders = await Promise.all(
      OFFENCES.map(async (offence) => {
        const client = await stage.raw(offence.role);
        await commit(stage, client, offence);
        return client;
      }),
    );
    const bait = await stage.raw(BAIT);
    await bait.connect();
    await publishAll(
      bait,
      BAITS.map((topic, i) => [placed(topic, stage.root), stage.payload(`bait ${i}`)]),
    );
    await Promise.all(offenders.map((client) => settled(() => client.fence())));
    await control.fence();
    await witness.fence();
    await Promise.all([control, bait, witness].map((client) => client.disconnect()));
  },
  claims: [...RULES.map(refused), controlSurvives, nothingDelivered, loggedWhy, logTellsWire()],
});
