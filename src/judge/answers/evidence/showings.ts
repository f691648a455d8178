/**
 * What an excerpt shows: for each thing that a question asks to be shown, the claim about it, held against the packets of
 * each client. Where it holds once, the thing is shown, whatever else the excerpt holds.
 */
import type { Packet } from "../../../evidence/wire/mqtt/packet";
import { phrase, type Text } from "../../../words/text";
import { Found, type Finding } from "../../finding";
import type { Scene, Seen } from "../../scene";
import type { JournalView } from "../../view";
import type { Showing } from "../question";
import { AS_TOLD, SIDES_EXCHANGED } from "./as-wire";
import {
  accepted,
  acknowledged,
  exactlyOnce,
  granted,
  named,
  pinged,
  seen,
  unacknowledged,
} from "./exchanges";
import { WORDS } from "./words";

export interface Shown {
  readonly showing: Showing;
  /** Clients for whom the whole is shown. */
  readonly by: readonly string[];
  /** Some of it is there. */
  readonly isBegun: boolean;
  /** Whether it is shown cannot be told: why. */
  readonly doubt?: Text;
  /** What is missing, for the teacher: it names the packets. */
  readonly missing?: Text;
}

type Claims = (scene: Scene) => readonly Trial[];

/** A claim about one packet, and whose packet that is. */
interface Trial {
  readonly role: string;
  readonly judge: () => Finding;
}

/** One trial for each packet that a thing to be shown begins with. */
function each<T extends Packet["type"]>(
  from: "client" | "broker",
  type: T,
  claim: (scene: Scene, packet: Seen<T>) => Finding,
  which: (packet: Seen<T>) => boolean = () => true,
): Claims {
  return (scene) =>
    scene
      .packets(from, type)
      .filter(which)
      .map((packet) => ({ role: packet.role, judge: () => claim(scene, packet) }));
}

const atLevel = (qos: number) => (sent: Seen<"PUBLISH">) => sent.packet.qos === qos;

const CLAIMS: Readonly<Record<Showing, Claims>> = {
  connect: each("client", "CONNECT", seen),
  connack: each("broker", "CONNACK", accepted),
  subscribe: each("client", "SUBSCRIBE", named),
  suback: each("client", "SUBSCRIBE", granted),
  qos0: each("client", "PUBLISH", unacknowledged, atLevel(0)),
  qos1: each("client", "PUBLISH", acknowledged, atLevel(1)),
  qos2: each("client", "PUBLISH", exactlyOnce, atLevel(2)),
  ping: each("client", "PINGREQ", pinged),
};

/** Packets that show a part, where what it begins with is missing. */
const PARTS: Readonly<Record<Showing, readonly Packet["type"][]>> = {
  connect: ["CONNACK"],
  connack: ["CONNECT"],
  subscribe: ["SUBACK"],
  suback: ["SUBACK"],
  qos0: [],
  qos1: ["PUBACK"],
  qos2: ["PUBREC", "PUBREL", "PUBCOMP"],
  ping: ["PINGRESP"],
};

/** Clients publish, and are published to: both ways an exchange is one. */
const BOTH_WAYS: ReadonlySet<Showing> = new Set(["qos0", "qos1", "qos2"]);

export function shownIn(view: JournalView, showing: Showing): Shown {
  const scenes = [AS_TOLD, ...(BOTH_WAYS.has(showing) ? [SIDES_EXCHANGED] : [])].map((name) =>
    view.scene(name),
  );
  const tried = scenes
    .flatMap(CLAIMS[showing])
    .map(({ role, judge }) => ({ role, finding: findingOf(judge) }));
  const by = tried.filter(({ finding }) => finding.verdict === "pass").map(({ role }) => role);
  const findings = tried.map(({ finding }) => finding);
  const doubt = findings.find((finding) => finding.verdict === "inconclusive")?.reason;
  const failure = findings.find((finding) => finding.verdict === "fail");
  return {
    showing,
    by: [...new Set(by)],
    isBegun: tried.length > 0 || hasPart(view, PARTS[showing]),
    ...(by.length > 0 || doubt === undefined ? {} : { doubt }),
    ...(failure === undefined ? {} : { missing: inWords(failure) }),
  };
}

function findingOf(judge: () => Finding): Finding {
  try {
    return judge();
  } catch (thrown) {
    if (thrown instanceof Found) return thrown.finding;
    throw thrown;
  }
}

function hasPart({ entries }: JournalView, types: readonly Packet["type"][]): boolean {
  return entries.some(
    (entry) => entry.source === "wire" && entry.event === "packet" && types.includes(entry.packet.type),
  );
}

function inWords({ expected, actual }: Extract<Finding, { verdict: "fail" }>): Text {
  return phrase`${WORDS.expected}${expected}${WORDS.found}${actual}`;
}
