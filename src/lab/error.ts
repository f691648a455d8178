/** What keeps a lab from being started, asked after or removed, for the person who runs it; the text is all that is shown. */
import type { Text } from "../words/text";

export class LabError extends Error {
  constructor(
    readonly text: Text,
    options?: ErrorOptions,
  ) {
    super(text.en, options);
    this.name = "LabError";
  }
}
