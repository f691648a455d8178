/**
 * Which topics a filter matches, written from clause 4.7 of the standard and from no broker's code: what deliveries are
 * held against.
 */

/**
 * Whether a subscription to `filter` receives what is published to `topic` (clauses 4.7.1 and 4.7.2).
 *
 * @param filter a valid topic filter
 * @param topic a valid topic name
 */
export function matches(filter: string, topic: string): boolean {
  if (topic.startsWith("$") && /^[+#]/.test(filter)) return false;
  const wanted = filter.split("/");
  const levels = topic.split("/");
  for (const [i, level] of wanted.entries()) {
    // At the end of the topic it stands for no level at all: the parent.
    if (level === "#") return true;
    if (i >= levels.length) return false;
    if (level !== "+" && level !== levels[i]) return false;
  }
  return wanted.length === levels.length;
}

/** Whether that is a topic filter that the standard allows (MQTT-4.7.1-2, MQTT-4.7.1-3, MQTT-4.7.3-1 to -3). */
export function isTopicFilter(text: string): boolean {
  const levels = text.split("/");
  const wellPlaced = (level: string, i: number) => {
    if (level === "#") return i === levels.length - 1;
    return level === "+" || !/[+#]/.test(level);
  };
  return isString(text) && levels.every(wellPlaced);
}

/** Whether that is a topic name that the standard allows (MQTT-3.3.2-2, MQTT-4.7.3-1 to -3). */
export function isTopicName(text: string): boolean {
  return isString(text) && !/[+#]/.test(text);
}

const MAX_BYTES = 65_535;

function isString(text: string): boolean {
  return text !== "" && !text.includes("\0") && Buffer.byteLength(text) <= MAX_BYTES;
}
