/** Why the teacher had better look at an excerpt, whatever it shows. */
import { phrase, type Text } from "../../../words/text";
import type { Context } from "../context";
import type { Student } from "../answer";
import type { Excerpt } from "./excerpt";
import { missingIn } from "./in-log";
import { odditiesOf } from "./oddities";
import type { Group } from "./shares";
import { labelOf } from "./tells";
import { WORDS } from "./words";

export interface Doubt {
  readonly rule: string;
  readonly reason: Text;
  /** For the student. It does not say what was noticed. */
  readonly tell?: Text;
  /** The teacher decides even where nothing is shown. */
  readonly outweighs: boolean;
}

export function doubtsOf(excerpt: Excerpt, groups: readonly Group[], { student, log }: Context): Doubt[] {
  return [
    ...odditiesOf(excerpt).map(({ rule, what }) => ({
      rule: `odd:${rule}`,
      reason: what,
      tell: WORDS.unlikely,
      outweighs: true,
    })),
    ...groups.flatMap(undecided),
    ...strangers(groups, student),
    ...(log === undefined ? [] : notFound(missingIn(log, excerpt))),
  ];
}

function undecided({ all }: Group): Doubt[] {
  return all.flatMap(({ showing, doubt }) => {
    if (doubt === undefined) return [];
    const reason = phrase`${labelOf(showing)}${WORDS.colon}${doubt}`;
    return [{ rule: `${showing}:doubt`, reason, outweighs: true }];
  });
}

/** Whether the student says that the client is theirs. Who says nothing has no stranger. */
export function isOwn({ clients }: Student): (client: string) => boolean {
  const own = new Set(clients.map(plain).filter((client) => client !== ""));
  return (client) => own.size === 0 || own.has(plain(client));
}

function plain(client: string): string {
  return client.trim().toLowerCase();
}

/** One doubt, however many parts of the excerpt are theirs. */
function strangers(groups: readonly Group[], student: Student): Doubt[] {
  const others = groups.filter(({ clients }) => !clients.some(isOwn(student)));
  const names = [...new Set(others.flatMap(({ clients }) => clients))];
  if (names.length === 0) return [];
  const reason = phrase`${WORDS.strangers}${names.slice(0, 3).join(", ")}`;
  return [{ rule: "stranger", reason, tell: WORDS.notYours, outweighs: false }];
}

function notFound(missing: ReturnType<typeof missingIn>): Doubt[] {
  if (missing === undefined) return [];
  const { rule, reason } = missing;
  const doubt = { rule: `log:${rule}`, reason, outweighs: false };
  return [rule === "outside" ? doubt : { ...doubt, tell: WORDS.notFound }];
}
