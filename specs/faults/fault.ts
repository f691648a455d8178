/**
 * A set-up made wrong on purpose, and the claims that must notice. Only what differs from a healthy set-up is named;
 * everything else is a healthy native broker.
 */
import type { Target } from "../../src/target/target";
import type { Text } from "../../src/words/text";
import type { LogMeddler } from "./log";
import type { Meddler } from "./relay/meddler";
import type { SshSetting } from "./ssh/setting";
import type { TlsFault } from "./tls/fault";
import type { WrongTshark } from "./tshark";

export interface Fault {
  /** Section or exercise, and a few words: `2.4-puback-lost`. */
  readonly id: string;
  /** What is wrong, as a sentence about the broker or its log. */
  readonly what: Text;
  /** Claims that must fail under it: `2.4-qos1/publisher-puback`. Their exercises are the ones that are played. */
  readonly breaks: readonly string[];
  /** Exercises that are played besides those of `breaks`, for what only shows among many. */
  readonly beside?: readonly string[];
  /** What a relay between tap and broker does to packets. Called once a play, so that its memory is one run's. */
  readonly relay?: () => Meddler;
  /** What happens to the log on its way. Called once a play. */
  readonly log?: () => LogMeddler;
  /** Lines of mosquitto.conf for a broker that is configured wrongly. */
  readonly config?: readonly string[];
  /** What is wrong about the TLS port. */
  readonly tls?: TlsFault;
  /** How the log is shown over SSH. Exercises that need SSH get a healthy login without it. */
  readonly ssh?: SshSetting;
  /** A tshark that answers wrongly. */
  readonly tshark?: WrongTshark;
  /** What stands in the broker's place. With it, `config` has no meaning. */
  readonly instead?: () => Promise<Target>;
}

/** The exercises that a fault is about, without the claims. */
export function exercisesOf(fault: Pick<Fault, "breaks" | "beside">): ReadonlySet<string> {
  const broken = fault.breaks.map((claim) => claim.slice(0, claim.indexOf("/")));
  return new Set([...broken, ...(fault.beside ?? [])]);
}
