/** Filters, played on the topics of the house: what a broker would send for them, by the standard's own rules. */
import { phrase, type Text } from "../../../../words/text";
import { isTopicFilter, matches } from "../../../claims/topic-matching";
import { quoted } from "../judged";

/** The topics, in the house's order, that a client with these filters receives; what is no filter receives nothing. */
export function receivedBy(filters: readonly string[], topics: readonly string[]): readonly string[] {
  const valid = filters.filter(isTopicFilter);
  return topics.filter((topic) => valid.some((filter) => matches(filter, topic)));
}

/** Where the standard forbids it. Nothing where it does not. */
export function forbidden(filter: string): Text | undefined {
  if (isTopicFilter(filter)) return undefined;
  const clause = clauseAgainst(filter);
  const shown = quoted(filter);
  return {
    en: `${shown.en} is no valid topic filter (${clause})`,
    fr: `${shown.fr} n’est pas un filtre de topic valable (${clause})`,
  };
}

function clauseAgainst(filter: string): string {
  const levels = filter.split("/");
  const isHash = levels.some((level, i) => level.includes("#") && (level !== "#" || i < levels.length - 1));
  if (isHash) return "MQTT-4.7.1-2";
  return levels.some((level) => level.includes("+") && level !== "+") ? "MQTT-4.7.1-3" : "MQTT-4.7.3-1";
}

/** Topics that a sentence names. */
const NAMED = 3;

/** The first few of them, with how many others there are; `joining` stands before that number. */
export function someOf(topics: readonly string[], joining: Text): Text {
  const named = topics.slice(0, NAMED).join(", ");
  const others = topics.length - NAMED;
  if (others <= 0) return phrase`${named}`;
  const more = { en: ` ${others} more`, fr: others === 1 ? " 1 autre" : ` ${others} autres` };
  return phrase`${named} ${joining}${more}`;
}

export const AND: Text = { en: "and", fr: "et" };
export const NOR: Text = { en: "nor", fr: "ni" };
