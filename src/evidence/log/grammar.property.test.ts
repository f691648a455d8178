/** Parser and printer are two directions of one grammar, in every version and behind every prefix. */
import fc from "fast-check";
import { arbitraryEvent, asLogged } from "./arbitrary-event";
import { parseMessage, printEvent } from "./grammar";
import { parseLine } from "./line";
import { LineParser } from "./line-parser";
import { anyText } from "../../words/testing/any-text";

const VERSIONS = ["1.6.15", "2.0.11", "2.0.22", "2.1.0", "2.1.2"] as const;

/** What can stand before a message, and the timestamp in it. */
const decorations: readonly (readonly [string, string | undefined])[] = [
  ["", undefined],
  ["1795416020: ", "1795416020"],
  ["2026-11-23T08:00:01: ", "2026-11-23T08:00:01"],
  ["08:00:01: ", "08:00:01"],
  ["23/11/2026 08:00:01: ", "23/11/2026 08:00:01"],
  ["lun. 23 nov. 2026 : 8 h: 00: ", "lun. 23 nov. 2026 : 8 h: 00"],
  ["2026-11-23T08:00:01.123456789Z ", undefined],
  ["2026-11-23T08:00:01.123456789Z 1795416020: ", "1795416020"],
  ["mosquitto-1  | 1795416020: ", "1795416020"],
  ["\u001b[36mmosquitto-1  | \u001b[0m1795416020: ", "1795416020"],
  ["\u001b[36mmosquitto-1  |\u001b[0m 2026-11-23T08:00:01.123456789Z 08:00:01: ", "08:00:01"],
  ["Nov 23 08:00:01 class mosquitto[123]: ", undefined],
  ["Nov 23 08:00:01.123456 class mosquitto[123]: 1795416020: ", "1795416020"],
  ["2026-11-23T08:00:01+0100 class mosquitto[123]: 1795416020: ", "1795416020"],
];

describe.each(VERSIONS)("the grammar of %s", (version) => {
  it("reads what it writes", () => {
    fc.assert(
      fc.property(arbitraryEvent, (event) => {
        expect(parseMessage(printEvent(event, version))).toEqual(asLogged(event, version));
      }),
      { numRuns: 3000 },
    );
  });

  it("reads it behind every prefix, with and without CR", () => {
    fc.assert(
      fc.property(
        arbitraryEvent,
        fc.constantFrom(...decorations),
        fc.constantFrom("", "\r"),
        (event, [prefix, stamp], end) => {
          const message = printEvent(event, version);
          const line = parseLine(prefix + message + end);
          expect({ message: line.message, stamp: line.stamp }).toEqual({ message, stamp });
          expect(line.event).toEqual(asLogged(event, version));
          expect(line).toMatchObject({ raw: prefix + message + end, interest: "understood" });
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe("any line", () => {
  const piece = fc.oneof(
    anyText(),
    fc.constantFrom(
      ": ",
      " (d0, q0, r0, m0, '",
      "Client ",
      " [",
      "] disconnected: ",
      "Received PUBLISH from ",
      "\t",
      " | ",
      "'",
      ").",
      "\u001b[",
    ),
    arbitraryEvent.map((event) => printEvent(event, "2.0.11")),
  );

  it("is kept, whatever it is", () => {
    const parser = new LineParser();
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const raw = pieces.join("");
        expect(parser.parse(raw).raw).toBe(raw);
        expect(parseLine(raw).raw).toBe(raw);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ": ",
    "Client ",
    " [",
    "Client a: ",
    "Received PUBLISH from a (d0, q0, r0, m0, '",
    "New client connected from a:1 as b (p2, c1, k60, u'",
    "9",
    " ",
    "\u001b[0",
    "\t",
  ])("of 64 KiB of %j takes no time to speak of", (unit) => {
    const line = unit.repeat(Math.ceil(65_536 / unit.length)) + ".";
    const began = performance.now();
    parseLine(line);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
