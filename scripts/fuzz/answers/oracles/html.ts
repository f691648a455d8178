/** What a browser makes of a page: nothing but what it was written with, whatever students wrote. */
import { createHash } from "node:crypto";
import { parse, parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { must } from "../../checks";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements that do nothing by themselves. */
const INERT = new Set(
  (
    "html head meta title style body main header section article h1 h2 h3 p span strong em bdi a br ul ol li table caption " +
    "thead tbody tr th td div pre details summary svg g rect text desc line path title figure figcaption dl dt dd nav footer time"
  ).split(" "),
);
/** Attributes that do nothing, and lead nowhere. */
const HARMLESS =
  /^(?:class|id|dir|lang|scope|charset|name|content|http-equiv|role|aria-[a-z]+|viewBox|preserveAspectRatio|width|height|x|y|x1|x2|y1|y2|d|text-anchor|open|colspan|rowspan)$/;
/** Pages of students, and places on the page itself. */
const LINK = /^(?:#|students\/|\.\.\/)[^:<>"]*$/;

/** A whole page: inert, with a policy that forbids the rest, and one style that the policy knows by its hash. */
export function mustBeInertPage(page: string): void {
  const elements = [...elementsIn(parse(page))];
  elements.forEach(mustBeInert);
  const styles = elements.filter(({ tagName }) => tagName === "style").map(textOf);
  const [style = ""] = styles;
  must(styles.length === 1, `${styles.length} styles`);
  const policies = elements.filter((one) => valueOf(one, "http-equiv") !== undefined);
  const [policy] = policies.map((one) => valueOf(one, "content") ?? "");
  must(policies.length === 1 && policy !== undefined, "no policy, or several");
  must(policy.startsWith("default-src 'none';"), `a policy that allows: ${policy}`);
  must(policy.includes(`'sha256-${createHash("sha256").update(style).digest("base64")}'`), "another style");
}

/** Part of a page. */
export function mustBeInertFragment(html: string): void {
  for (const element of elementsIn(parseFragment(html))) mustBeInert(element);
}

/** `a class href` for each element, in order: what the page is made of, whatever its texts say. */
export function skeletonOf(page: string): string {
  const lines = [...elementsIn(parse(page))].map(({ tagName, attrs }) =>
    [tagName, ...attrs.map(({ name }) => name)].join(" "),
  );
  return lines.join("\n");
}

function mustBeInert(element: Element): void {
  must(INERT.has(element.tagName), `<${element.tagName}> on the page`);
  for (const { name, value } of element.attrs) {
    if (name === "href") must(LINK.test(value), `a link to ${value.slice(0, 200)}`);
    else must(HARMLESS.test(name), `an attribute ${name} of <${element.tagName}>`);
  }
}

function* elementsIn(node: Node): Generator<Element> {
  if ("tagName" in node) yield node;
  if (!("childNodes" in node)) return;
  for (const child of node.childNodes) yield* elementsIn(child);
}

function textOf(node: Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

function valueOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}
