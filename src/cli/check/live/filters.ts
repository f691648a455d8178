/** Which filters of a sheet are played, and what a broker made of them beside what the standard foresees. */
import type { Sheet } from "../../../judge/answers/answer";
import { filtersIn } from "../../../judge/answers/kinds/house/own";
import { receivedBy } from "../../../judge/answers/kinds/house/play";
import type { SheetQuestion } from "../../../judge/answers/question";
import { isTopicFilter } from "../../../judge/claims/topic-matching";
import type { JournalView } from "../../../judge/view";
import { OWN_FILTERS, roleOf } from "./own-filters";

/** Nobody answers with more; each is a client. */
const MOST = 20;
/** MQTT 3.1.1 has filters of at most 65,535 bytes; the run's own levels stand before these. */
const LONGEST = 1000;

export interface OwnFilter {
  readonly question: string;
  readonly filter: string;
}

/** What arrived for a filter. */
export interface Delivery extends OwnFilter {
  readonly arrived: readonly string[];
  readonly foreseen: readonly string[];
}

/** Those that can be played below the levels of a run: valid, and about no topic of the broker's own. */
export function filtersToPlay(
  { answers }: Sheet,
  questions: readonly SheetQuestion[],
  house: readonly string[],
): readonly OwnFilter[] {
  const all = questions.flatMap((question) => {
    const answer = answers.get(question.id);
    const filters = answer === undefined ? [] : filtersIn(answer, question, house);
    return [...new Set(filters)].map((filter) => ({ question: question.id, filter }));
  });
  return all
    .filter(({ filter }) => isTopicFilter(filter) && !filter.startsWith("$") && filter.length <= LONGEST)
    .slice(0, MOST);
}

/** @returns nothing where playing them did not come to its end: then nothing is proved */
export function deliveries(
  view: JournalView,
  played: readonly OwnFilter[],
  house: readonly string[],
): readonly Delivery[] {
  const scene = view.scene(OWN_FILTERS);
  const isWhole = scene.entries.some((entry) => entry.source === "play" && entry.event === "ended");
  if (!isWhole) return [];
  const root = `tp-mqtt/${scene.run}/${OWN_FILTERS}/`;
  return played.map((own, i) => {
    const got = scene.packets("broker", "PUBLISH", { role: roleOf(i) });
    const topics = new Set(got.map(({ packet: { topic } }) => topic.slice(root.length)));
    return {
      ...own,
      arrived: house.filter((topic) => topics.has(topic)),
      foreseen: receivedBy([own.filter], house),
    };
  });
}
