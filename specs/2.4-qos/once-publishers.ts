/** The publisher's leg of QoS 2: three publishers that lose their connection, one that only loses patience. */
import { abreast } from "../../src/exercise/abreast";
import type { RawClient } from "../../src/exercise/raw-client";
import type { Stage } from "../../src/exercise/stage";
import { packetFor, within } from "../../src/exercise/wait";

/** After which packet the connection is cut; `live` is not cut. The topic has this name too. */
export const CUTS = ["publish", "pubrec", "pubrel", "live"] as const;
export type Cut = (typeof CUTS)[number];

/** What the publishers number their message: nothing that a broker would pick by itself. */
export const PACKET_ID = 312;

/** The publisher before the cut, and after it. */
export const before = (cut: Cut): string => `pub-${cut}`;
export const after = (cut: Cut): string => (cut === "live" ? before(cut) : `${before(cut)}-back`);

type Publish = (client: RawClient, dup: boolean) => void;

/** All four, side by side, and one subscriber that listens to all. */
export async function playPublishers(stage: Stage): Promise<void> {
  const observer = await stage.client("observer");
  await observer.subscribe(Object.fromEntries(CUTS.map((cut) => [stage.topic(cut), 2])));
  await abreast(...CUTS.map((cut) => playPublisher(stage, cut)));
  await observer.messages(CUTS.length);
  await observer.fence();
  await observer.disconnect();
}

async function playPublisher(stage: Stage, cut: Cut): Promise<void> {
  const publish: Publish = (client, dup) => {
    client.publish(stage.topic(cut), stage.payload(cut), { qos: 2, dup, packetId: PACKET_ID });
  };
  const first = await stage.raw(before(cut));
  await first.connect({ clean: false });
  const last = cut === "live" ? first : await comeBack(stage, first, cut, publish);
  if (cut === "live") {
    publish(first, false);
    await first.expect("PUBREC");
  }
  if (cut === "live" || cut === "publish") {
    publish(last, true);
    await last.expect("PUBREC");
  }
  last.ack("pubrel", PACKET_ID);
  await last.expect("PUBCOMP");
  await last.fence();
  await last.disconnect();
}

/** Publishes as far as the cut, and connects again with the same session. */
async function comeBack(stage: Stage, first: RawClient, cut: Cut, publish: Publish): Promise<RawClient> {
  const type = cut === "publish" ? "PUBLISH" : cut === "pubrec" ? "PUBREC" : "PUBREL";
  const done = first.line.rules.cutAt({ from: cut === "pubrec" ? "broker" : "client", type });
  publish(first, false);
  if (cut === "pubrel") {
    await first.expect("PUBREC");
    first.ack("pubrel", PACKET_ID);
  }
  await within(done, packetFor(type, first.role));
  const back = await stage.raw(after(cut), first.id);
  await back.connect({ clean: false });
  return back;
}
