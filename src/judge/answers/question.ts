/** A question of the answer sheet: what is asked, what it is worth, and where its truth comes from. */
import type { Text } from "../../words/text";
import type { Fact } from "./truth/fact";
import type { QuestionData as ProseData } from "./prose/question";

/** Places that an answer can have on the sheet besides its own. */
export const PLACES = ["excerpt", "commands"] as const;
export type Place = (typeof PLACES)[number];

interface Common {
  /** Section and a word, `2.4-qos2-packets`; never moves. */
  readonly id: string;
  /** Of the lab sheet: `2.4`. */
  readonly section: string;
  /** The most that an answer earns; more than 0. */
  readonly points: number;
  readonly asks: Text;
  /** From where to look, over the notion, to a similar example; never the answer, nor anything from which it follows. */
  readonly hints: readonly Text[];
  /** Statements of the standard (`MQTT-4.3.3-1`) that make the truth what it is. */
  readonly clauses?: readonly string[];
  /** The exercise of the lab in which it can be seen. */
  readonly exercise?: string;
  /** Places for evidence beside the answer. */
  readonly places?: readonly Place[];
}

/** Sentences, judged by a rubric of `fixtures/questions/`, or by one that stands with the question. */
export interface ProseQuestion extends Common {
  readonly kind: "prose";
  readonly rubric: string | ProseData;
}

/** Packets in their order: `PUBLISH, PUBACK`. */
export interface SequenceQuestion extends Common {
  readonly kind: "sequence";
  /** The packets, as a recorded exchange shows them. */
  readonly truth: Fact;
}

/** Numbers or versions, in their order: `1, 2, 4`, `MQTT 3.1.1`. */
export interface ValueQuestion extends Common {
  readonly kind: "value";
  readonly reads: "numbers" | "version";
  readonly truth: Fact;
}

/** One of several. Trying them out would tell which: `check` says only that it is noted. */
export interface ChoiceQuestion extends Common {
  readonly kind: "choice";
  readonly options: Readonly<Record<string, Text>>;
  readonly right: string;
}

/** A topic filter, or a command with one, that receives certain topics of the house and no others. */
export interface FilterQuestion extends Common {
  readonly kind: "filter";
  /** The topics, as a recorded subscriber received them. */
  readonly truth: Fact;
  /** What these topics are, in the plural: "temperatures". */
  readonly called: Text;
}

/** Commands of one's own (`mosquitto_sub`, `mosquitto_pub`) that show what a wildcard does. */
export interface CommandsQuestion extends Common {
  readonly kind: "commands";
  readonly wildcards: readonly ("+" | "#")[];
}

/** Lines of the broker's log, judged by what they must show. */
export interface ExcerptQuestion extends Common {
  readonly kind: "excerpt";
  readonly shows: readonly Showing[];
}

/** What an excerpt can show of one client; each is judged by itself. */
export const SHOWINGS = [
  "connect",
  "connack",
  "subscribe",
  "suback",
  "qos0",
  "qos1",
  "qos2",
  "ping",
] as const;
export type Showing = (typeof SHOWINGS)[number];

export type SheetQuestion =
  | ProseQuestion
  | SequenceQuestion
  | ValueQuestion
  | ChoiceQuestion
  | FilterQuestion
  | CommandsQuestion
  | ExcerptQuestion;

export type Kind = SheetQuestion["kind"];
export type QuestionOf<K extends Kind> = Extract<SheetQuestion, { kind: K }>;
