/** Texts that want to be more than texts. */
import fc from "fast-check";

const PIECES = [
  "<script>alert(1)</script>",
  "</style><img src=x onerror=alert(1)>",
  "</title></pre></textarea>-->",
  '" onmouseover="alert(1)',
  "' autofocus onfocus='alert(1)",
  "javascript:alert(1)",
  "]]>",
  "&lt;b&gt;&#60;b&#62;&",
  "\u202e\u2066\u200b\ufeff",
  "\u0000\u0007\u001b[31m\u009b31m",
  "\ud800",
  "\udc00",
  "`${1}`",
  "=1+1",
  ";=cmd|' /C calc'!A1",
  "\r\n\t",
  "é ש 中 😀",
];

/** Never blank, since pages leave out what is. */
export const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PIECES),
      fc.string(),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 })
        .map((units) => String.fromCharCode(...units)),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((pieces) => `x${pieces.join("")}`);
