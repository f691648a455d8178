/**
 * What an entry of OpenSSL's error queue means to who runs a broker: `error:0A000418:SSL routines::tlsv1 alert unknown
 * ca`. The words between the last colon and the end are the reason; an "alert" is what the other side said. Numbers and
 * spellings depend on OpenSSL's version (1.1.1, 3.0, 3.2), so the reason is recognised by what all of them have.
 */
import type { EventOf } from "../../evidence/log/event";
import { quoted, words, type Explanation, type Part, type Vocabulary } from "./explanation";

const MEANINGS: readonly (readonly [RegExp, keyof Vocabulary["tls"]])[] = [
  [/alert unknown ca/, "unknownCa"],
  [/alert (bad|unsupported) certificate|alert certificate unknown/, "badCertificate"],
  [/alert certificate expired/, "expired"],
  [/alert internal error/, "internal"],
  [/alert (handshake failure|protocol version|insufficient security)/, "handshake"],
  [/wrong version number|unknown protocol|packet length too long/, "noTls"],
  [/http request/, "http"],
  [/peer did not return a certificate/, "noClientCertificate"],
  [/certificate verify failed/, "clientCertificate"],
  [/unsupported protocol|no suitable signature algorithm|version too low/, "version"],
  [/no shared cipher/, "cipher"],
  [/unexpected eof/, "eof"],
  [/no such file/i, "noFile"],
  [/key values mismatch/, "mismatch"],
];

export function opensslError({ text }: EventOf<"openssl-error">, say: Vocabulary): Explanation {
  return { label: "TLS", tone: "trouble", parts: tlsError(text, say) };
}

/** What it means, where that is known, and the reason in OpenSSL's words. */
export function tlsError(text: string, say: Vocabulary): readonly Part[] {
  const reason = text.slice(text.lastIndexOf(":") + 1);
  const meaning = MEANINGS.find(([pattern]) => pattern.test(reason))?.[1];
  return [...(meaning === undefined ? [] : [words(say.tls[meaning])]), quoted(reason || text)];
}
