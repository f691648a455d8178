/**
 * Finds the forms that a line could have, by a few of its first characters: a Patricia tree over the literals that forms
 * begin with. It looks only at the characters in which literals differ, so a line costs a handful of steps however many
 * forms there are; whether the literal really stands there is for the form to say.
 */
import type { Form } from "./form";

interface Node {
  /** Forms whose literal ends here, then those of shorter literals. */
  readonly forms: readonly Form[];
  /** How many characters the literals below have in common, from the line's beginning. */
  readonly shared: number;
  /** By the code of the character after those, which is ASCII in every literal. */
  readonly children: readonly (Node | undefined)[];
  /** `forms` by the ending of a text, filled when first asked for. */
  readonly byEnding: Map<number, readonly Form[]>;
}

/** So many forms are tried one by one; more are sorted by their ending, as the forty that begin with "Client ". */
const FEW = 4;

export class Dispatch {
  private readonly root: Node;

  constructor(forms: readonly Form[]) {
    this.root = node(forms, []);
  }

  /** The only forms that the message at `at` can have, longest literal first. */
  candidates(text: string, at: number): readonly Form[] {
    let here = this.root;
    for (;;) {
      const child = here.children[text.charCodeAt(at + here.shared)];
      if (child === undefined) return here.forms.length <= FEW ? here.forms : byEnding(here, text);
      here = child;
    }
  }
}

/** Two characters near the end of a text in one number below 2^14: forms that begin alike differ there. */
export function endingOf(text: string): number {
  const { length } = text;
  return (text.charCodeAt(length - 2) & 127) * 128 + (text.charCodeAt(length - 5) & 127);
}

function byEnding(here: Node, text: string): readonly Form[] {
  const ending = endingOf(text);
  const known = here.byEnding.get(ending);
  if (known !== undefined) return known;
  const forms = here.forms.filter((form) => form.canEnd(ending));
  here.byEnding.set(ending, forms);
  return forms;
}

function node(group: readonly Form[], shorter: readonly Form[]): Node {
  const prefix = commonPrefix(group.map((form) => form.head));
  const forms = [...group.filter((form) => form.head === prefix), ...shorter];
  const children = new Array<Node | undefined>(128).fill(undefined);
  for (const [code, branch] of byCharacter(group, prefix.length)) children[code] = node(branch, forms);
  return { forms, shared: prefix.length, children, byEnding: new Map() };
}

function byCharacter(forms: readonly Form[], at: number): Map<number, Form[]> {
  const groups = new Map<number, Form[]>();
  for (const form of forms) {
    if (form.head.length === at) continue;
    const code = form.head.charCodeAt(at);
    groups.set(code, [...(groups.get(code) ?? []), form]);
  }
  return groups;
}

function commonPrefix(texts: readonly string[]): string {
  const [first = "", ...rest] = texts;
  return rest.reduce((prefix, text) => {
    let length = 0;
    while (length < prefix.length && prefix[length] === text[length]) length++;
    return prefix.slice(0, length);
  }, first);
}
