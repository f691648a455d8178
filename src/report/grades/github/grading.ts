/**
 * What GitHub's grading actions pass on: the reporter reads it, in base64, from `<STEP>_RESULTS`. It says what the student
 * may see. Where points may not be seen there is no `max_score`, so that the reporter counts none.
 */
import type { Outcome } from "../../../judge/answers/mark";
import type { Lang } from "../../../words/text";
import { visibleJson } from "../../text/printable";
import { plain, saidOf, saidOfSheet, titleOf, verdictOn } from "../said";
import type { Seen, SeenMark } from "../visibility";

type Status = "pass" | "fail" | "error";

/** `error`: nobody has decided yet, or nothing could be read. */
const STATUS: Readonly<Record<Outcome, Status>> = {
  right: "pass",
  partly: "fail",
  wrong: "fail",
  blank: "fail",
  teacher: "error",
  noted: "error",
  ungradable: "error",
};

export function githubGrading(seen: Seen, lang: Lang): string {
  const tests = seen.refused === undefined ? seen.marks.map((mark) => testOf(mark, seen, lang)) : [];
  const grading = {
    version: 1,
    status: statusOf(seen),
    ...(seen.total === undefined ? {} : { max_score: seen.total.max }),
    tests: seen.refused === undefined ? tests : [refusal(seen, lang)],
  };
  return `${visibleJson(JSON.stringify(grading, null, 2))}\n`;
}

/** The whole fails where an answer is not right. One that waits for the teacher is no failure of the student's. */
function statusOf({ refused, marks }: Seen): Status {
  if (refused !== undefined) return "error";
  if (marks.some(({ outcome }) => STATUS[outcome] === "fail")) return "fail";
  return marks.some(({ outcome }) => outcome === "ungradable") ? "error" : "pass";
}

function testOf(mark: SeenMark, { file }: Seen, lang: Lang): object {
  return {
    name: inert(titleOf(mark, lang)),
    status: STATUS[mark.outcome],
    message: inert([verdictOn(mark, lang), ...saidOf(mark, lang)].join("\n")),
    test_code: "",
    filename: inert(plain(file ?? "")),
    line_no: mark.written[0]?.line ?? 0,
    execution_time: 0,
    score: mark.points ?? 0,
  };
}

function refusal(seen: Seen, lang: Lang): object {
  const said = saidOfSheet(seen, lang);
  return {
    name: inert(plain(seen.id)),
    status: "error",
    message: inert(said.join("\n")),
    test_code: "",
    filename: inert(plain(seen.file ?? "")),
    line_no: 0,
    execution_time: 0,
    score: 0,
  };
}

/** The reporter prints it to a log, in which GitHub's runner looks for commands: `::name::` and `##[name]`. */
function inert(text: string): string {
  return text.replaceAll("::", ": :").replaceAll("##[", "# #[");
}
