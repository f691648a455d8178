/** Real connections to Mosquitto, and one with a HelloRetryRequest made of them. */
import type { FromSide } from "../../../src/evidence/wire/tls/handshake";
import { RETRY } from "../../../src/evidence/wire/tls/server-hello";
import { recorded } from "../../../src/evidence/wire/tls/testing/recorded";

const tls12 = recorded("mosquitto-2.0.11-tls12");
const tls13 = recorded("mosquitto-2.0.11-tls13");

/** Where the random stands in a record: behind the headers of record and message, and the version. */
const RANDOM = 11;

function retried(): readonly FromSide[] {
  const [hello, answer, change, ...others] = tls13;
  if (hello === undefined || answer === undefined || change === undefined) return [];
  const raw = Buffer.from(answer.raw);
  RETRY.copy(raw, RANDOM);
  return [hello, { ...answer, raw }, change, hello, answer, ...others];
}

export const CONNECTIONS: readonly (readonly FromSide[])[] = [tls12, tls13, retried()];
export const RECORDS: readonly FromSide[] = CONNECTIONS.flat();
