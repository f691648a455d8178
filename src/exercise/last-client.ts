/**
 * The client that comes when the exercises are over. Its answers show that the broker lived through them; its line in
 * the log shows that the log has caught up: a log is written in one order, so once that line has been read, every line
 * about the exercises has been read, or will never be.
 */
import type { Journal } from "../evidence/journal/journal";
import type { Target } from "../target/target";
import type { Text } from "../words/text";
import { RawClient } from "./raw-client";
import { NotSeen, within } from "./wait";

/** Exercise to which the marks belong in the journal. */
const EXERCISE = "0-target";

/** Milliseconds that a log may be behind: the sheet promises that it is read live. */
const LOG_BOUND = 3000;

const LINE: Text = {
  en: "the last client’s line in the log",
  fr: "la ligne du dernier client dans le journal",
};

/** Leaves the marks `still-answers` or `answers-no-more`, and `log-caught-up` if its line was read in time. */
export async function lastClient(journal: Journal, target: Target): Promise<void> {
  const id = `${journal.run}-last`;
  const mark = (name: string, why?: Text) => {
    const said = why === undefined ? {} : { text: why.en, data: why };
    journal.add({ source: "play", exercise: EXERCISE, event: "mark", name, ...said });
  };
  const logged = lineAbout(journal, id);
  const client = new RawClient("last", id, target.address, target.credentials);
  try {
    await client.connect();
    await client.fence();
    mark("still-answers");
  } catch (error) {
    if (!(error instanceof NotSeen)) throw error;
    mark("answers-no-more", error.text);
  } finally {
    client.destroy();
  }
  if (target.log.open === undefined) return;
  try {
    await within(logged, LINE, LOG_BOUND);
    mark("log-caught-up");
  } catch (error) {
    if (!(error instanceof NotSeen)) throw error;
  }
}

function lineAbout(journal: Journal, client: string): Promise<void> {
  return new Promise((resolve) => {
    const deaf = journal.listen((entry) => {
      if (entry.source !== "log" || !entry.text.includes(client)) return;
      deaf();
      resolve();
    });
  });
}
