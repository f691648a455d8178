/** Judges topic filters: a filter, or a command with one, is played on the house and held against what should arrive. */
import { phrase, type Text } from "../../../words/text";
import type { Answer, Written } from "../answer";
import type { Context } from "../context";
import type { Judged } from "../mark";
import type { QuestionOf } from "../question";
import { filterInWords } from "./filter-words";
import { effectOf, isExact, shareOf, told, type Effect } from "./house/effect";
import { forbidden } from "./house/play";
import { atLine, earns, forTeacher, unreadable } from "./judged";
import { known, unknownTruth } from "./known";
import { clientsIn, type Clients } from "./shell/clients";
import { CLIENT_NAMED } from "./shell/programs";
import { withoutReading } from "./thin";

export function judgeFilter({ answer }: Answer, question: QuestionOf<"filter">, context: Context): Judged {
  const fact = known(question.truth, context);
  if (fact === undefined) return unknownTruth(question.truth, context);
  const thin = withoutReading(answer.text);
  if (thin) return thin;
  const { house } = context.truth;
  const game: Game = { wanted: fact.map(String), house, called: question.called };
  if (isCommand(answer.text)) return judgeClients(clientsIn(commandIn(answer), isOutputOf(house)), game);
  const filter = filterInWords(answer.text);
  return filter === undefined
    ? forTeacher("filter:words", { reasons: [NO_FILTER] })
    : played([[filter]], game);
}

/** The filters that an answer subscribes to; none where words or a broken command leave it open. */
export function filtersOf({ answer }: Answer, house: readonly string[]): readonly string[] {
  if (withoutReading(answer.text)) return [];
  if (!isCommand(answer.text)) return [filterInWords(answer.text) ?? []].flat();
  const { clients } = clientsIn(commandIn(answer), isOutputOf(house));
  return clients.flatMap(({ action, topics }) => (action === "subscribe" ? topics : []));
}

interface Game {
  readonly wanted: readonly string[];
  readonly house: readonly string[];
  readonly called: Text;
}

/** Options alone are those of mosquitto_sub. */
function commandIn({ text, line, column }: Written): Written {
  return {
    text: text.trimStart().startsWith("-") ? `mosquitto_sub ${text.trimStart()}` : text,
    line,
    column,
  };
}

function isCommand(text: string): boolean {
  return CLIENT_NAMED.test(text) || /(?:^|\s)(?:-t|--topic)\s/.test(text);
}

function isOutputOf(house: readonly string[]): (line: string) => boolean {
  return (line) => house.includes(line.split(/[\s:]/, 1)[0] ?? "");
}

function judgeClients({ clients, troubles }: Clients, game: Game): Judged {
  const tells = troubles.map(({ line, what }) => atLine(line, what));
  const subscribers = clients.filter(({ action }) => action === "subscribe");
  const isOnlyBroken = troubles.length > 0 && troubles.every(({ kind }) => kind === "broken");
  if (clients.length === 0 && isOnlyBroken) return unreadable("filter:broken", ...tells);
  if (troubles.length > 0) return forTeacher("filter:not-understood", { reasons: tells, tells });
  if (subscribers.length === 0)
    return forTeacher("filter:no-subscription", { reasons: [NO_SUBSCRIPTION], tells: [NO_SUBSCRIPTION] });
  if (subscribers.some(({ filtered }) => filtered))
    return forTeacher("filter:left-out", { reasons: [LEFT_OUT] });
  return played(
    subscribers.map(({ topics }) => topics),
    game,
  );
}

/** @param given the filters of each client by itself */
function played(given: readonly (readonly string[])[], { wanted, house, called }: Game): Judged {
  const effects = given.map((filters) => effectOf(filters, wanted, house));
  const why = effects.map((effect) => whyTeacher(effect, wanted, house)).find((text) => text !== undefined);
  if (why !== undefined) return forTeacher("filter:elsewhere", { reasons: [why] });
  const [share = 0, ...others] = effects.map(shareOf);
  const tells = effects.flatMap((effect) => tellsOf(effect, called));
  if (others.some((other) => other !== share))
    return forTeacher("filter:several", { reasons: [SEVERAL, ...tells], tells });
  const key = phrase`${{ en: "to be received: ", fr: "à recevoir : " }}${wanted.join(", ")}`;
  const rule = share === 1 ? "filter:exact" : share > 0 ? "filter:partly" : "filter:other";
  return earns(share, rule, { reasons: share === 1 ? [] : [...tells, key], tells });
}

function tellsOf(effect: Effect, called: Text): readonly Text[] {
  const invalid = effect.filters.flatMap((filter) => forbidden(filter) ?? []);
  if (invalid.length > 0) return invalid;
  const isList = effect.filters.length > 1 && isExact(effect);
  return [told(effect, called), ...(isList ? [ONE_FILTER] : [])];
}

/** The right filter below other levels of one's own, or in a form that this cannot play. */
function whyTeacher(effect: Effect, wanted: readonly string[], house: readonly string[]): Text | undefined {
  if (effect.filters.some((filter) => filter.startsWith("$share/"))) return SHARED;
  const { filters, hits, others } = effect;
  if (hits.length + others.length > 0) return undefined;
  const isBelow = [1, 2].some((depth) => {
    const inner = filters.map((filter) => withoutLevels(filter, depth));
    return inner.every((filter) => filter !== undefined) && shareOf(effectOf(inner, wanted, house)) > 0;
  });
  return isBelow ? OWN_LEVELS : undefined;
}

function withoutLevels(filter: string, depth: number): string | undefined {
  const levels = filter.split("/");
  const dropped = levels.slice(0, depth);
  return dropped.every((level) => /^[^+#]+$/.test(level)) && levels.length > depth
    ? levels.slice(depth).join("/")
    : undefined;
}

const NO_FILTER: Text = {
  en: "no topic filter, or more than one, was found in the words of the answer",
  fr: "aucun filtre de topic, ou plus d’un, n’a été trouvé dans les mots de la réponse",
};
const NO_SUBSCRIPTION: Text = {
  en: "the command subscribes to nothing",
  fr: "la commande ne souscrit à rien",
};
const LEFT_OUT: Text = {
  en: "the command leaves out again some of what its filter receives",
  fr: "la commande écarte une partie de ce que son filtre reçoit",
};
const SEVERAL: Text = {
  en: "several filters that do not receive the same",
  fr: "plusieurs filtres qui ne reçoivent pas la même chose",
};
const SHARED: Text = { en: "a shared subscription", fr: "un abonnement partagé" };
const OWN_LEVELS: Text = {
  en: "right below first levels of the student’s own",
  fr: "juste sous des premiers niveaux propres à l’étudiant",
};
const ONE_FILTER: Text = {
  en: "together these filters receive just that; the question asks for one filter",
  fr: "ensemble, ces filtres reçoivent exactement cela ; la question demande un seul filtre",
};
