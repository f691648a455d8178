/** The command `tp-mqtt`: finds the command that is meant, runs it, and ends the process with its status. */
import type { Lang } from "../words/text";
import { complain } from "./complain";
import { COMMANDS, type Invocation } from "./commands";
import type * as Help from "./help";
import { langOf } from "./lang";
import { lazily } from "./lazily";
import { byDistance } from "../words/nearest";
import type * as Tool from "./tool";
import { NOTHING_JUDGED, userError } from "./user-error";

export async function main(argv: readonly string[]): Promise<void> {
  const lang = langOf(argv, process.env);
  process.exitCode = await run(argv, lang).catch((error: unknown) => complain(error, lang));
  // Whatever a library may still hold open, the command is over. Written text leaves first.
  process.stdout.write("", () => process.exit());
}

async function run(argv: readonly string[], lang: Lang): Promise<number> {
  const [name = "--help", ...rest] = argv;
  const { env, stdout, stderr } = process;
  if (name === "--help" || name === "-h" || name === "help")
    return say(lazily<typeof Help>("./help").generalHelp(lang), argv.length > 0);
  if (name === "--version") return say(`${lazily<typeof Tool>("./tool").TOOL.version}\n`);
  if (name.startsWith("--lang")) return run(withoutLang(argv), lang);
  const invocation: Invocation = { argv: rest, env, lang, stdout, stderr };
  return commandOf(name)(invocation);
}

function say(text: string, asked = true): number {
  process.stdout.write(text);
  return asked ? 0 : NOTHING_JUDGED;
}

function commandOf(name: string) {
  const names = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];
  const found = names.find((command) => command === name);
  if (found) return COMMANDS[found]();
  throw userError((words) => words.unknownCommand(name, byDistance(name, names)[0] ?? ""));
}

/** `--lang` may stand before the command too; it has been read by then. */
function withoutLang(argv: readonly string[]): readonly string[] {
  return argv[0]?.includes("=") ? argv.slice(1) : argv.slice(2);
}
