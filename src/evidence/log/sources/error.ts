/** Why a log cannot be read, for the person who named it; the text is all that is shown. */
import type { Text } from "../../../words/text";

export class LogSourceError extends Error {
  constructor(
    readonly text: Text,
    options?: ErrorOptions,
  ) {
    super(text.en, options);
    this.name = "LogSourceError";
  }
}

/** The operating system's word for what went wrong, such as `EACCES`. */
export function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : String(error);
}
