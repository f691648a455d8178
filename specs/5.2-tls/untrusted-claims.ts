import type { RecordEntry, RefusalEntry } from "../../src/evidence/journal/entry";
import { alertOf } from "../../src/evidence/wire/tls/alert";
import type { Claim } from "../../src/judge/claim";
import { between, failedHandshake } from "../../src/judge/claims/between";
import { fail, inconclusive, pass } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";
import { aboutCertificate, acceptedBy, ending, insteadOf, recordsOf, refusalOf } from "../../src/judge/tls";
import { phrase, type Text } from "../../src/words/text";

export type Untrusting = "without" | "another" | "other-name";

/** Node's words for “this certificate leads to nobody whom I trust”. */
const UNTRUSTED: ReadonlySet<string> = new Set([
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);
const OTHER_NAME: ReadonlySet<string> = new Set(["ERR_TLS_CERT_ALTNAME_INVALID"]);

const CASES: Readonly<Record<Untrusting, { title: Text; expected: Text; codes: ReadonlySet<string> }>> = {
  without: {
    title: {
      en: "without the certificate the client refuses the broker, unless its system knows the authority that signed it",
      fr: "sans le certificat, le client refuse le broker, à moins que son système ne connaisse l’autorité qui l’a signé",
    },
    expected: {
      en: "the client refuses: it has no reason to trust the certificate",
      fr: "le client refuse : il n’a aucune raison de faire confiance au certificat",
    },
    codes: UNTRUSTED,
  },
  another: {
    title: {
      en: "with another certificate the client refuses the broker",
      fr: "avec un autre certificat, le client refuse le broker",
    },
    expected: {
      en: "the client refuses: the certificate that it holds is not the broker’s",
      fr: "le client refuse : le certificat qu’il possède n’est pas celui du broker",
    },
    codes: UNTRUSTED,
  },
  "other-name": {
    title: {
      en: "under a name that the certificate does not bear, the client refuses the broker",
      fr: "sous un nom que le certificat ne porte pas, le client refuse le broker",
    },
    expected: {
      en: "the client refuses: the certificate was not issued for that name",
      fr: "le client refuse : le certificat n’a pas été émis pour ce nom",
    },
    codes: OTHER_NAME,
  },
};

/** It must be the certificate, or the name, that ended the handshake, and nothing else. */
export function refusedFor(role: Untrusting): Claim {
  const { title, expected, codes } = CASES[role];
  return {
    id: role,
    title,
    rests: ["tls"],
    clauses: [role === "other-name" ? "RFC9525-6.3" : "RFC8446-4.4.2"],
    hint: {
      en: "The client’s own words for the reason (“certificate verify failed”, “hostname mismatch”) tell which check stopped it.",
      fr: "Les mots du client (« certificate verify failed », « hostname mismatch ») disent quelle vérification l’a arrêté.",
    },
    judge(scene) {
      const refusal = refusalOf(scene, role);
      if (refusal !== undefined && codes.has(refusal.code)) {
        const last = afterwards(scene, refusal);
        return pass(recordsOf(scene, role).slice(0, 2), refusal, last);
      }
      if (refusal !== undefined && aboutCertificate(refusal))
        return inconclusive(phrase`${FIRST}${insteadOf(scene, role)}`, refusal);
      const accepted = acceptedBy(scene, role);
      if (refusal !== undefined || accepted === undefined)
        return fail(expected, insteadOf(scene, role), ending(scene, role));
      // An authority that the system knows by itself vouches for the broker: there is nothing to hand out then.
      if (role === "without") return pass(accepted);
      return fail(expected, ACCEPTED, accepted);
    },
  };
}

const FIRST: Text = {
  en: "the client refused before it came to that: ",
  fr: "le client a refusé avant d’en arriver là : ",
};

const ACCEPTED: Text = { en: "the client accepts the broker", fr: "le client accepte le broker" };

function afterwards(scene: Scene, refusal: RefusalEntry): readonly RecordEntry[] {
  return recordsOf(scene, refusal.role, "client").filter((record) => scene.precedes(refusal, record));
}

/** The failed handshake, in either of the shapes that Mosquitto gives it. */
export function refusedInLog(role: Untrusting, [before, after]: readonly [string, string]): Claim {
  return {
    id: `log-${role}`,
    title: phrase`${LOG_TITLE}${TITLE_PARTS[role]}`,
    rests: ["tls", "log"],
    needs: ["tls-in-log"],
    hint: {
      en: "Two shapes exist: “OpenSSL Error” between “New connection” and “Client … disconnected”, or only “Client connection from … failed”.",
      fr: "Il existe deux formes : « OpenSSL Error » entre « New connection » et « Client … disconnected », ou seulement « Client connection from … failed ».",
    },
    judge(scene) {
      const refusal = refusalOf(scene, role);
      // Whether it should have been refused is another claim's business.
      if (refusal === undefined) return scene.unplayed({ en: "a refusal", fr: "un refus" });
      const lines = between(scene, before, after);
      const alert = afterwards(scene, refusal)
        .map(({ raw }) => alertOf(raw))
        .find((one) => one !== undefined);
      const told = failedHandshake(lines, (text) => alert === undefined || tells(text, alert.name));
      return told === undefined
        ? fail(
            EITHER_SHAPE,
            NEITHER,
            refusal,
            lines.map(({ entry }) => entry),
          )
        : pass(refusal, told);
    },
  };
}

/** OpenSSL words an alert's name with spaces, and puts the protocol before it: “tlsv1 alert unknown ca”. */
function tells(text: string, alert: string): boolean {
  return text.includes(alert.replaceAll("_", " "));
}

const LOG_TITLE: Text = {
  en: "the log tells of the failed handshake ",
  fr: "le journal relate la négociation qui a échoué ",
};
const TITLE_PARTS: Readonly<Record<Untrusting, Text>> = {
  without: { en: "without the certificate", fr: "sans le certificat" },
  another: { en: "with another certificate", fr: "avec un autre certificat" },
  "other-name": { en: "under another name", fr: "sous un autre nom" },
};
const EITHER_SHAPE: Text = {
  en: "“OpenSSL Error …” and “Client … disconnected”, or “Client connection from … failed: …”",
  fr: "« OpenSSL Error … » et « Client … disconnected », ou « Client connection from … failed: … »",
};
const NEITHER: Text = { en: "neither in the log", fr: "ni l’une ni l’autre dans le journal" };
