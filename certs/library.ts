import type * as X509 from "@peculiar/x509";
import { provideMetadata } from "./metadata";

/** Loads @peculiar/x509 on first use: it takes a tenth of a second that a run without TLS need not wait for. */
export function x509(): typeof X509 {
  provideMetadata();
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- Jest has no import() in its sandbox
  return require("@peculiar/x509") as typeof X509;
}
