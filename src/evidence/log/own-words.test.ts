import { parseLine } from "./line";
import { hasOwnWords } from "./own-words";

it.each([
  "1763880000: mosquitto version 2.0.11 starting",
  "1763880000: Received PINGREQ from c1",
  "Received PINGREQ from c1",
])("a broker has written “%s”", (line) => {
  expect(hasOwnWords(parseLine(line))).toBe(true);
});

it.each([
  "Permission denied",
  'NAME="Debian GNU/Linux"',
  "total 2 files",
  "",
  "  ",
  "the input device is not a TTY",
])("anybody may have written “%s”", (line) => {
  expect(hasOwnWords(parseLine(line))).toBe(false);
});
