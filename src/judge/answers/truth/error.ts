/** Why there is no truth to judge by. */
import type { Text } from "../../../words/text";

/** The text is one sentence for whoever runs the command. */
export class TruthError extends Error {
  constructor(readonly text: Text) {
    super(text.en);
    this.name = "TruthError";
  }
}
