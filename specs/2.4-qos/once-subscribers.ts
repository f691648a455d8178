/** The subscriber's leg of QoS 2: three subscribers that lose their connection, each after another packet. */
import { abreast } from "../../src/exercise/abreast";
import { leave } from "../../src/exercise/leave";
import type { RawClient } from "../../src/exercise/raw-client";
import type { Stage } from "../../src/exercise/stage";
import { packetFor, within } from "../../src/exercise/wait";

/** After which packet the connection is cut. The topic is called after it. */
export const LOSSES = ["publish", "pubrec", "pubrel"] as const;
export type Loss = (typeof LOSSES)[number];

/** The subscriber before the cut, after it, and once more when its exchange is complete. */
export const lost = (loss: Loss): string => `sub-${loss}`;
export const back = (loss: Loss): string => `${lost(loss)}-back`;
export const later = (loss: Loss): string => `${lost(loss)}-later`;
export const topicOf = (loss: Loss): string => `lost-${loss}`;

export async function playSubscribers(stage: Stage): Promise<void> {
  const subscribers = await Promise.all(LOSSES.map((loss) => subscribed(stage, loss)));
  const source = await stage.client("source");
  // One after another: a broker may take no more than one message at QoS 2 at a time, and drop the others.
  for (const loss of LOSSES) {
    await source.publish(stage.topic(topicOf(loss)), stage.payload(loss), { qos: 2 });
  }
  await source.disconnect();
  await abreast(
    ...subscribers.map(async ({ loss, subscriber }) => {
      await lose(subscriber, loss);
      await complete(await comeBack(stage, back(loss), subscriber), loss);
      const third = await comeBack(stage, later(loss), subscriber);
      await third.fence();
      await third.disconnect();
    }),
  );
}

async function subscribed(stage: Stage, loss: Loss) {
  const subscriber = await stage.raw(lost(loss));
  await subscriber.connect({ clean: false });
  await subscriber.subscribe({ [stage.topic(topicOf(loss))]: 2 });
  return { loss, subscriber };
}

/** Takes part in the exchange as far as the cut. */
async function lose(subscriber: RawClient, loss: Loss): Promise<void> {
  const { packetId } = await subscriber.expect("PUBLISH");
  if (loss === "publish") return subscriber.line.cut();
  const type = loss === "pubrec" ? "PUBREC" : "PUBREL";
  const cut = subscriber.line.rules.cutAt({ from: loss === "pubrec" ? "client" : "broker", type });
  subscriber.ack("pubrec", packetId);
  await within(cut, packetFor(type, subscriber.role));
}

async function comeBack(stage: Stage, role: string, subscriber: RawClient): Promise<RawClient> {
  const client = await stage.raw(role, subscriber.id);
  await client.connect({ clean: false });
  return client;
}

/** Takes the exchange up where it was cut. */
async function complete(subscriber: RawClient, loss: Loss): Promise<void> {
  if (loss === "publish") {
    const { packetId } = await subscriber.expect("PUBLISH");
    subscriber.ack("pubrec", packetId);
  }
  const { packetId } = await subscriber.expect("PUBREL");
  subscriber.ack("pubcomp", packetId);
  await subscriber.fence();
  await leave(subscriber);
}
