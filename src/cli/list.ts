/** `--list`: exercises and claims by id and title. */
import type { Exercise } from "../exercise/exercise";
import type { Lang } from "../words/text";

export function list(exercises: readonly Exercise[], lang: Lang): string {
  return exercises.map((exercise) => block(exercise, lang)).join("\n");
}

function block({ id, title, claims }: Exercise, lang: Lang): string {
  const ids = claims.map((claim) => `${id}/${claim.id}`);
  const width = Math.max(0, ...ids.map((text) => text.length));
  const rows = claims.map((claim, i) => `  ${(ids[i] ?? "").padEnd(width)}  ${claim.title[lang]}\n`);
  return `${id}  ${title[lang]}\n${rows.join("")}`;
}
