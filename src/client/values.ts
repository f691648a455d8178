/** Reading what was written after an option, or answered to a question. */
import { Problem } from "./problem";

/** @throws Problem when the value is not possible; one without a sentence of its own is worded by whoever asked */
export type Reader = (value: string) => string | number;

/** Not possible, and there is nothing more to say about it. */
export class Impossible extends Error {}

export const text: Reader = (value) => value;

export const some: Reader = (value) => {
  if (value === "") throw new Impossible();
  return value;
};

export function numberIn(low: number, high: number): Reader {
  return (value) => {
    const number = Number(value);
    if (!/^[0-9]{1,9}$/.test(value) || number < low || number > high) throw new Impossible();
    return number;
  };
}

export function oneOf(...values: readonly string[]): Reader {
  return (value) => {
    if (!values.includes(value)) throw new Impossible();
    return value;
  };
}

/** A topic to publish on: MQTT-3.3.2-2, MQTT-4.7.3-1, MQTT-4.7.3-2. */
export const topicName: Reader = (topic) => {
  if (topic === "" || /[+#\0]/.test(topic)) throw new Problem("bad_topic", { topic });
  return topic;
};

/** A topic filter: MQTT-4.7.1-2, MQTT-4.7.1-3. */
export const topicFilter: Reader = (topic) => {
  const levels = topic.split("/");
  const whole = levels.every((level) => level === "+" || level === "#" || !/[+#\0]/.test(level));
  if (topic === "" || !whole || levels.slice(0, -1).includes("#")) throw new Problem("bad_filter", { topic });
  return topic;
};
