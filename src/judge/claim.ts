/** A claim about what an exercise showed: one Jest test, one JUnit case, one line of the report. */
import type { Source } from "../evidence/journal/entry";
import type { Text } from "../words/text";
import type { Finding } from "./finding";
import type { Scene } from "./scene";

export interface Claim {
  /** One or two words, unique within the exercise; never moves. */
  readonly id: string;
  /** What is claimed, as a sentence that is true of a correct broker. */
  readonly title: Text;
  /** The kinds of evidence that it cannot do without; claims that rest on the log need an independent one. */
  readonly rests: readonly Source[];
  /** Statements of MQTT 3.1.1, Appendix B, that it checks. */
  readonly clauses?: readonly string[];
  /** For a student: where to look or which notion, never the answer. */
  readonly hint?: Text;
  /** What the broker must be able to do besides the exercise's needs. */
  readonly needs?: readonly string[];
  /**
   * When this claim fails, the set-up is broken: `run` leaves nothing to be judged, `log` and `tls` leave the claims
   * that rest on the log, or on TLS, unjudged.
   */
  readonly gate?: "run" | "log" | "tls";
  /** Id of an earlier claim, its exercise’s included, without which this one would only repeat the failure. */
  readonly after?: string;
  /** Departures that some broker versions are known for: they turn a failure into a deviation. */
  readonly deviations?: readonly Deviation[];
  /** Reads the scene; throws `Found` or returns a finding. */
  judge(scene: Scene): Finding;
}

export interface Deviation {
  /** True for the brokers and failures that this is about; the narrower the better. */
  applies(scene: Scene, failure: Extract<Finding, { verdict: "fail" }>): boolean;
  /** What this broker does instead, and where that is known from. */
  readonly because: Text;
}

/** What judgement needs of an exercise. */
export interface Judgeable {
  readonly id: string;
  readonly section: string;
  readonly title: Text;
  readonly needs?: readonly string[];
  readonly claims: readonly Claim[];
  /** Figures for the report, never judged. */
  readonly measure?: (
    scene: Scene,
  ) => readonly { readonly title: Text; readonly value: number; readonly unit: string }[];
  /** What was seen and is worth telling though nobody judges it: what a ClientHello contains, for instance. */
  readonly observe?: (scene: Scene) => readonly { readonly title: Text; readonly value: Text }[];
}
