/** `tp-mqtt lab up | status | down`: the class's broker with TLS and its log over SSH. */
import type { Lang } from "../../words/text";
import { wordsOf } from "../../words/words";
import type { Invocation } from "../commands";
import { readFlags, type Given } from "../flag-table";
import { commandHelp } from "../help";
import { lazily } from "../lazily";
import { byDistance } from "../../words/nearest";
import { NOTHING_JUDGED, userError } from "../user-error";
import type * as Down from "./down";
import { ACTIONS, syntaxOf, type LabAction, type LabFlag } from "./flags";
import type * as Status from "./status";
import type * as Up from "./up";

/** What an action is given. */
export interface LabInvocation extends Invocation {
  readonly given: Given<LabFlag>;
}

export async function lab(invocation: Invocation): Promise<number> {
  const [word = "--help", ...argv] = invocation.argv;
  if (word === "--help" || word === "-h") {
    invocation.stdout.write(overview(invocation.lang));
    return invocation.argv.length > 0 ? 0 : NOTHING_JUDGED;
  }
  const action = ACTIONS.find((name) => name === word);
  if (action === undefined)
    throw userError(({ lab: words }) => words.unknownAction(word, byDistance(word, ACTIONS)[0] ?? ""));
  return await RUN[action]({ ...invocation, argv });
}

const RUN: Readonly<Record<LabAction, (invocation: Invocation) => Promise<number>>> = {
  up: (invocation) => perform("up", invocation, lazily<typeof Up>("./lab/up").labUp),
  status: (invocation) => perform("status", invocation, lazily<typeof Status>("./lab/status").labStatus),
  down: (invocation) => perform("down", invocation, lazily<typeof Down>("./lab/down").labDown),
};

async function perform(
  action: LabAction,
  invocation: Invocation,
  run: (invocation: LabInvocation) => Promise<number>,
): Promise<number> {
  const syntax = syntaxOf(action);
  const { given, positionals } = readFlags(syntax, invocation.argv);
  const [stray] = positionals;
  if (stray !== undefined) throw userError(({ lab: words }) => words.stray(stray));
  if (given.has("help")) {
    const { actions, flags, notes } = wordsOf(invocation.lang).cli.lab;
    const said = { what: actions[action], flags, notes: notes[action] };
    invocation.stdout.write(commandHelp(syntax, said, invocation.lang));
    return 0;
  }
  return await run({ ...invocation, given });
}

function overview(lang: Lang): string {
  const { lab: words, usage } = wordsOf(lang).cli;
  const { colon } = wordsOf(lang).report;
  const rows = ACTIONS.map((action) => `  ${action.padEnd(8)}${words.actions[action]}\n`);
  return `${usage}${colon}tp-mqtt lab ${ACTIONS.join("|")} […]\n\n${rows.join("")}\n${words.more}\n`;
}
