/** `check --live`: the exercises that a sheet's answers are about, and the student's own filters, played on a broker. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exercises, probe } from "../../../../specs/index";
import type { Sheet } from "../../../judge/answers/answer";
import type { Mark } from "../../../judge/answers/mark";
import type { SheetQuestion } from "../../../judge/answers/question";
import type { Truth } from "../../../judge/answers/truth/fact";
import { exercisesOf } from "../../../judge/answers/truth/kept-facts";
import { JournalView } from "../../../judge/view";
import type { Text } from "../../../words/text";
import type { Words } from "../../../words/words";
import type { Invocation } from "../../commands";
import { INTERRUPTED } from "../../interrupt";
import { played } from "../../played";
import type { Recording } from "../../recorded";
import { userError } from "../../user-error";
import { deliveries, filtersToPlay, type Delivery } from "./filters";
import { ownFilters } from "./own-filters";
import { shownTruth } from "./shown-truth";

/** What playing came to. */
export interface Live {
  readonly truth: Truth;
  readonly deliveries: readonly Delivery[];
  readonly notes: readonly Text[];
}

/**
 * @param questions those that are checked; what nobody has answered is not played
 * @param recorded the truth where this broker shows none
 * @throws UserError when interrupted, TargetError when the broker is not to be had; nothing is left running
 */
export async function live(
  { sheet, questions }: { readonly sheet: Sheet; readonly questions: readonly SheetQuestion[] },
  recorded: Truth,
  invocation: Pick<Invocation, "env" | "lang" | "stderr">,
): Promise<Live> {
  const answered = questions.filter(({ id }) => sheet.answers.get(id)?.answer.text.trim());
  const facts = answered.flatMap((question) => ("truth" in question ? [question.truth] : []));
  const filters = filtersToPlay(sheet, questions, recorded.house);
  const needed = exercisesOf(facts);
  const chosen = [
    ...exercises.filter(({ id }) => needed.has(id)),
    ...(filters.length === 0
      ? []
      : [
          ownFilters(
            filters.map(({ filter }) => filter),
            recorded.house,
          ),
        ]),
  ];
  if (chosen.length === 0) return { truth: recorded, deliveries: [], notes: [said((w) => w.nothingToPlay)] };
  const view = new JournalView((await run(chosen, invocation)).entries);
  const { truth, ...open } = shownTruth(view, answered, recorded);
  return {
    truth,
    deliveries: deliveries(view, filters, recorded.house),
    notes: [
      said((words) => words.playedOn(nameOf(view))),
      ...(open.recorded.length === 0
        ? []
        : [said((words) => words.fromRecord(open.recorded.join(", "), recorded.broker))]),
      ...(open.otherwise.length === 0 ? [] : [said((words) => words.otherwise(open.otherwise.join(", ")))]),
    ],
  };
}

/** The run's own reports are nobody's: its folder goes again. */
async function run(
  chosen: Parameters<typeof played>[1],
  { env, lang, stderr }: Pick<Invocation, "env" | "lang" | "stderr">,
): Promise<Recording> {
  const folder = await mkdtemp(join(tmpdir(), "tp-mqtt-check-"));
  try {
    const recording = await played(probe, chosen, {
      env: { ...ofTarget(env), TP_REPORTS: folder },
      lang,
      stderr,
    });
    if (recording.interrupted) throw userError((words) => words.interrupted, INTERRUPTED);
    return recording;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A log that was given for the excerpts is that of the class's broker, and not of one that is started here. */
function ofTarget(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  if (env.TP_HOST) return env;
  return { ...env, TP_LOG_FILE: "", TP_SSH: "", TP_SSH_KEY: "", TP_SSH_HOST_KEY: "", TP_SSH_PASSWORD: "" };
}

function nameOf({ run: entry, broker }: JournalView): string {
  const { kind = "", address = "" } = entry?.target ?? {};
  const software =
    broker.software === "mosquitto" ? `Mosquitto ${broker.version ?? ""}`.trim() : broker.software;
  return `${kind} (${software}, ${address})`;
}

/** What arrived is told with the question; where it is not what was foreseen, the teacher decides. */
export function withDeliveries(mark: Mark, all: readonly Delivery[]): Mark {
  const own = all.filter(({ question }) => question === mark.question);
  const tells = own.map(({ filter, arrived, foreseen }) =>
    isAsForeseen(arrived, foreseen)
      ? said((words) => words.delivered(filter, arrived.length))
      : said((words) => words.deliveredOtherwise(filter, arrived.length, foreseen.length)),
  );
  const isDoubtful = own.some(({ arrived, foreseen }) => !isAsForeseen(arrived, foreseen));
  return {
    ...mark,
    ...(isDoubtful && mark.outcome !== "ungradable" ? { outcome: "teacher", points: null } : {}),
    tells: [...mark.tells, ...tells],
  };
}

function isAsForeseen(arrived: readonly string[], foreseen: readonly string[]): boolean {
  return arrived.length === foreseen.length && arrived.every((topic) => foreseen.includes(topic));
}

type Said = Words["cli"]["check"]["screen"];

function said(say: (words: Said) => string): Text {
  return userError(({ check }) => say(check.screen)).text;
}
