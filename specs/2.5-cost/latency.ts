/** How long a message takes from one application to the other, by QoS: for the report, never judged. */
import type { QoS } from "../../src/evidence/wire/mqtt/packet";
import { publications } from "../../src/judge/claims/publication";
import type { Judgeable } from "../../src/judge/claim";
import type { Scene } from "../../src/judge/scene";

export const LEVELS: readonly QoS[] = [0, 1, 2];

/** Messages that are timed, at each QoS. */
export const TIMED = 20;

export const publisherOf = (qos: QoS): string => `pub-${qos}`;
export const subscriberOf = (qos: QoS): string => `sub-${qos}`;

export const latencies: NonNullable<Judgeable["measure"]> = (scene) =>
  LEVELS.flatMap((qos) => {
    const times = timesOf(scene, qos).sort((a, b) => a - b);
    if (times.length === 0) return [];
    const line = (en: string, fr: string, value: number) => ({
      title: { en: `QoS ${qos}: latency, ${en}`, fr: `QoS ${qos} : latence, ${fr}` },
      value: Math.round(value * 100) / 100,
      unit: "ms",
    });
    const count = times.length;
    return [
      line(`median of ${count} messages`, `médiane de ${count} messages`, quantile(times, 0.5)),
      line(`95th percentile of ${count} messages`, `95e centile de ${count} messages`, quantile(times, 0.95)),
    ];
  });

/** Milliseconds from the publisher's PUBLISH at the tap until the subscriber's library hands the message over. */
function timesOf(scene: Scene, qos: QoS): number[] {
  return publications(scene, publisherOf(qos), `timed-${qos}`).flatMap((sent) => {
    const { topic, payload } = sent.packet;
    const got = scene
      .messages(subscriberOf(qos), { topic, after: sent })
      .find((message) => message.payload.equals(payload));
    return got ? [got.at - sent.at] : [];
  });
}

/** The smallest value that at least that share of the sorted values does not exceed. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
