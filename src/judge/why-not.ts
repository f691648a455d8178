/** Why a claim is not judged: something that it stands on is missing, or has failed itself. */
import type { Source } from "../evidence/journal/entry";
import type { Text } from "../words/text";
import type { Claim, Judgeable } from "./claim";
import type { ClaimResult } from "./results";
import type { JournalView } from "./view";

/** Claims that have failed so far, as far as others stand on them. */
export class Fallen {
  private readonly gates: Partial<Record<NonNullable<Claim["gate"]>, ClaimResult>> = {};
  private readonly ids = new Map<string, ClaimResult>();

  add({ gate }: Claim, result: ClaimResult): void {
    this.ids.set(result.id, result);
    if (gate !== undefined) this.gates[gate] ??= result;
  }

  /** The failure that leaves this claim nothing to stand on. */
  before({ rests, after }: Claim): ClaimResult | undefined {
    const { run, log, tls } = this.gates;
    const on = (source: Source) => rests.includes(source);
    const earlier = after === undefined ? undefined : this.ids.get(after);
    return run ?? (on("tls") ? tls : undefined) ?? (on("log") ? log : undefined) ?? earlier;
  }
}

/** Why a claim is not judged at all; undefined when it is. */
export function whyNot(
  view: JournalView,
  exercise: Judgeable,
  claim: Claim,
  fallen: Fallen,
): Text | undefined {
  const blocked = fallen.before(claim);
  if (blocked)
    return { en: `because of the failure of ${blocked.id}`, fr: `à cause de l’échec de ${blocked.id}` };
  const kind = view.run?.target.logSource;
  if (claim.rests.includes("log") && !view.broker.capabilities.has("log")) {
    if (kind === "narrator") {
      return {
        en: "the log of this target is written from the packets by tp-mqtt itself: it proves nothing",
        fr: "le journal de cette cible est rédigé par tp-mqtt lui-même à partir des paquets : il ne prouve rien",
      };
    }
    return { en: "no log was given for this broker", fr: "aucun journal n’a été indiqué pour ce broker" };
  }
  const missing = [...(exercise.needs ?? []), ...(claim.needs ?? [])].filter(
    (need) => !view.broker.capabilities.has(need),
  );
  if (missing.length === 0) return undefined;
  const known = missing.map((need) => MISSING[need]).find((text) => text !== undefined);
  if (known) return known;
  const list = missing.join(", ");
  return { en: `this broker does not offer: ${list}`, fr: `ce broker n’offre pas : ${list}` };
}

/** What is missing without the broker's doing. */
const MISSING: Readonly<Record<string, Text>> = {
  tshark: {
    en: "tshark is not installed; it comes with Wireshark, and on Debian or Ubuntu with: sudo apt install tshark",
    fr: "tshark n’est pas installé ; il est fourni avec Wireshark, et sous Debian ou Ubuntu par : sudo apt install tshark",
  },
  ssh: {
    en: "no SSH login was named that shows this broker’s log (--ssh)",
    fr: "aucune connexion SSH qui affiche le journal de ce broker n’a été indiquée (--ssh)",
  },
  tls: {
    en: "no TLS port was named for this broker (--tls-port, --ca)",
    fr: "aucun port TLS n’a été indiqué pour ce broker (--tls-port, --ca)",
  },
  certificate: {
    en: "no certificate was named that is handed out to clients (--ca)",
    fr: "aucun certificat distribué aux clients n’a été indiqué (--ca)",
  },
  "tls1.2": { en: "this broker does not speak TLS 1.2", fr: "ce broker ne parle pas TLS 1.2" },
  "tls-in-log": {
    en: "the log knows one port only: TLS ends before this broker, and what fails there is not in its log",
    fr: "le journal ne connaît qu’un seul port : TLS se termine avant ce broker, et ce qui y échoue n’est pas dans son journal",
  },
};
