/** `tp-mqtt verify`: play, judge, report. */
import type * as Specs from "../../specs/index";
import type { Lang } from "../words/text";
import { wordsOf } from "../words/words";
import type { Invocation } from "./commands";
import { conclude } from "./conclude";
import { asEnvironment, readFlags, VERIFY } from "./flags";
import type * as Help from "./help";
import { lazily } from "./lazily";
import { list } from "./list";
import type * as Played from "./played";
import { recorded } from "./recorded";
import { select } from "./select";

export async function verify(invocation: Invocation): Promise<number> {
  const { lang, stdout } = invocation;
  const given = readFlags(invocation.argv);
  if (given.has("help")) {
    stdout.write(help(lang));
    return 0;
  }
  const env = asEnvironment(given, invocation.env);
  const { probe, exercises } = lazily<typeof Specs>("../../specs/index");
  const selected = select(exercises, [env.TP_ONLY ?? ""]);
  if (given.has("list")) {
    stdout.write(list(selected, lang));
    return 0;
  }
  const only = Boolean(env.TP_ONLY);
  const recording = env.TP_FROM
    ? await recorded(env.TP_FROM, exercises, only ? selected : undefined, env)
    : await lazily<typeof Played>("./played").played(probe, selected, { ...invocation, env });
  return conclude(recording, [probe, ...recording.exercises], { ...invocation, env });
}

function help(lang: Lang): string {
  const { command, flags, flagNote, exit } = wordsOf(lang).cli;
  const said = { what: command.verify, flags, notes: [flagNote, exit] };
  return lazily<typeof Help>("./help").commandHelp(VERIFY, said, lang);
}
