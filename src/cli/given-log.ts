/** The broker's own log, where somebody has it: from a file, or over SSH as the lab sheet reads it. */
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { lineBatches } from "../evidence/log/lines";
import { indexLog, type LogIndex } from "../judge/answers/log-index";
import { fromEnvironment } from "../target/settings";
import { sshAccess } from "../target/ssh-settings";
import type { Lang } from "../words/text";
import { wordsOf } from "../words/words";
import { interruption } from "./interrupt";
import { prepared, sshLog } from "./ssh-log";
import { userError } from "./user-error";

/** Milliseconds without a line after which a server has shown what it has of the past. */
const QUIET = 1500;
/** Milliseconds after which it is enough: where a class is at work, a log never falls silent. */
const ENOUGH = 15_000;

/**
 * @returns nothing where no log is named
 * @throws UserError where it cannot be read, SshError where the login fails
 */
export async function givenLog(env: NodeJS.ProcessEnv, lang: Lang): Promise<LogIndex | undefined> {
  const { logFile } = fromEnvironment(env);
  if (logFile !== undefined) return ofFile(logFile);
  const access = sshAccess(fromEnvironment(env));
  if (access === undefined) return undefined;
  using interrupt = interruption();
  const asking = { lang, signal: interrupt.signal };
  const stream = await sshLog(await prepared(access, asking), asking, true).open();
  return await indexLog(lineBatches(untilQuiet(stream)));
}

async function ofFile(file: string): Promise<LogIndex> {
  try {
    return await indexLog(lineBatches(createReadStream(file)));
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    throw userError(({ check }, lang) => check.badLog(file, wordsOf(lang).cli.system[code] ?? message));
  }
}

/** A log that is followed has no end: it is read until nothing has come for a while, or for long enough. */
async function* untilQuiet(stream: Readable): AsyncGenerator<Buffer> {
  const end = setTimeout(() => stream.destroy(), QUIET);
  const enough = performance.now() + ENOUGH;
  const chunks = stream as AsyncIterable<Buffer>;
  try {
    for await (const chunk of chunks) {
      end.refresh();
      yield chunk;
      if (performance.now() > enough) return;
    }
  } catch (error) {
    // Ended by the silence.
    if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  } finally {
    clearTimeout(end);
  }
}
