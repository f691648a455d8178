/**
 * Finds the forms that a line could have by its first characters: a radix tree over the literals that forms begin with.
 * A line costs as many steps as there are branches on its way, however many forms there are.
 */
import type { Form } from "./form";

interface Node {
  /** What the branch adds to its parent's characters. */
  readonly label: string;
  /** Forms whose literal ends here, then those of shorter literals. */
  readonly forms: readonly Form[];
  readonly children: ReadonlyMap<number, Node>;
}

export class Dispatch {
  private readonly root: Node;

  constructor(forms: readonly Form[]) {
    this.root = node("", "", forms, []);
  }

  /** The forms whose literal stands at `at`, longest first. */
  candidates(text: string, at: number): readonly Form[] {
    let here = this.root;
    for (;;) {
      const child = here.children.get(text.charCodeAt(at));
      if (child === undefined || !text.startsWith(child.label, at)) return here.forms;
      at += child.label.length;
      here = child;
    }
  }
}

function node(above: string, label: string, forms: readonly Form[], shorter: readonly Form[]): Node {
  const prefix = above + label;
  const own = [...forms.filter((form) => form.head === prefix), ...shorter];
  const children = new Map<number, Node>();
  for (const [code, group] of byNextCharacter(forms, prefix.length)) {
    const label = commonPrefix(group.map((form) => form.head)).slice(prefix.length);
    children.set(code, node(prefix, label, group, own));
  }
  return { label, forms: own, children };
}

function byNextCharacter(forms: readonly Form[], at: number): Map<number, Form[]> {
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
