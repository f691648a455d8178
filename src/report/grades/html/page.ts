/**
 * A page that stands by itself: no scripts, nothing from elsewhere, and a policy that would forbid both to whatever got
 * into it. Only the style that it was written with is allowed, by its hash.
 */
import { createHash } from "node:crypto";
import type { Lang } from "../../../words/text";
import { markup, type Markup } from "./markup";

interface Page {
  readonly lang: Lang;
  readonly title: string;
  readonly style: string;
  readonly main: Markup;
}

export function page({ lang, title, style, main }: Page): string {
  const head = markup`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
<main>
${main}</main>
</body>
</html>
`;
  return head.markup;
}

const POLICIES = new Map<string, string>();

function policy(style: string): string {
  const known = POLICIES.get(style);
  if (known !== undefined) return known;
  const hash = createHash("sha256").update(style).digest("base64");
  const made = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  POLICIES.set(style, made);
  return made;
}
