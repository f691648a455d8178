import type { Claim } from "../claim";
import { pass } from "../finding";
export function logTellsWire(): Claim {
  return {
    id: "log-tells-wire",
    title: { en: "x", fr: "x" },
    rests: ["log", "wire"],
    judge: (s) => pass(s.log("publisher").map((l) => l.entry)),
  };
}
