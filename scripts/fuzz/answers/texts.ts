/** What students write, and what nobody should: pieces of answers, of logs, of programs that a reader might run. */
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a browser, a spreadsheet, a terminal, a runner of CI or a reader of XML might act upon. */
const MISCHIEF = [
  "<script>alert(1)</script>",
  "</style><img src=x onerror=alert(1)>",
  "</title></pre></textarea></template>-->",
  "<!--<svg/onload=alert(1)>",
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
  '" onmouseover="alert(1)',
  "' autofocus onfocus='alert(1)",
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "<a href=javascript:alert(1)>x</a>",
  "]]>",
  "<![CDATA[",
  "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;",
  "&lt;b&gt;&#60;b&#62;&amp;#0;&",
  "=1+1",
  "＝1+1",
  "+1",
  "-2+3",
  "@SUM(1+1)",
  ";=cmd|' /C calc'!A1",
  ',"=HYPERLINK(""http://evil.example"",""a"")',
  "\t=1",
  "\r=1",
  "::set-output name=a::b",
  "##[add-mask]b",
  "\u001b[31m\u001b]0;title\u0007\u001b[2J",
  "\u009b31m\u0090q\u009c",
  "\u202e\u2066\u200b\ufeff\u2028\u2029",
  "\u0000\u0001\b\u007f\u0085",
  "\ud800",
  "\udc00",
  "\ufffe\uffff",
  "`${1}`$(id){{1}}%s%n",
  "../../../etc/passwd",
  "constructor __proto__ toString",
  "é ש 中 😀 e\u0301\u0301",
  "\r\n\t",
];

/** What answers are made of, so that chance gets past the first word. */
const WORDS = (
  "PUBLISH|PUBREC|PUBREL|PUBCOMP|PUBACK|, | → | puis | then |pas de |no |ne |n'|QoS 0|QoS 1|QoS 2|1|2|4|3.1.1|p2|c0|k60|version |" +
  "le broker |the client |envoie |receives |un message |session |retain|certificat|chiffré|8883|1883|maison/|+/|#|temperature|" +
  "mosquitto_sub |mosquitto_pub |-t |-h |--topic=|'|\"|\\|`|$(|)|; | && | # |\n|« | »|. |? |\n\n|" +
  "1700000000: Received PUBLISH from a (d0, q2, r0, m1, 'x', ... (3 bytes))\n|1700000000: Sending PUBREC to a (m1, rc0)\n|" +
  "1700000000: New client connected from 127.0.0.1:4 as a (p2, c1, k60).\n|2026-11-06T10:12:00: Sending CONNACK to a (0, 0)\n"
).split("|");

/** Answers that were marked by hand, among them right ones. */
const MARKED = readFileSync(join(__dirname, "../../../fixtures/answers/visible.jsonl"), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => (JSON.parse(line) as { readonly text: string }).text);

export const mischief = fc.constantFrom(...MISCHIEF);

const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 })
  .map((codes) => String.fromCharCode(...codes));

/** The same over and over: quick to write, and what slow readers are slow at. */
const repeated = fc
  .tuple(fc.constantFrom(...WORDS, ...MISCHIEF, " ", "\n", "(", "a"), fc.integer({ min: 2, max: 400 }))
  .map(([piece, times]) => piece.repeat(times).slice(0, 4000));

/** One answer, one name, one excerpt: anything. */
export const text = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom(...WORDS), weight: 8 },
      { arbitrary: mischief, weight: 6 },
      { arbitrary: fc.constantFrom(...MARKED), weight: 2 },
      { arbitrary: fc.string({ maxLength: 12 }), weight: 2 },
      { arbitrary: units, weight: 2 },
      { arbitrary: repeated, weight: 1 },
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(""));

/** A sentence as it was marked, with something in it that does not belong there. */
export const spoilt = fc
  .tuple(fc.constantFrom(...MARKED), fc.nat(200), fc.oneof(mischief, units))
  .map(([sentence, at, piece]) => sentence.slice(0, at) + piece + sentence.slice(at));
