import type { SecureVersion } from "node:tls";
import { exercise } from "../../src/exercise/exercise";
import { downgradeTold, modern, oldRefused, outcomes } from "./version-claims";

/** Role of the client that offers no more than that. */
const AT_MOST: Readonly<Record<string, SecureVersion>> = {
  "at-most-1.2": "TLSv1.2",
  "at-most-1.1": "TLSv1.1",
  "at-most-1.0": "TLSv1",
};

export const version = exercise({
  id: "5.2-version",
  section: "5.2",
  title: { en: "Which versions of TLS the broker speaks", fr: "Les versions de TLS que parle le broker" },
  asks: {
    en: "TLS 1.3 is negotiated; what else the broker accepts is found out by clients that offer no more than 1.2, 1.1 and 1.0.",
    fr: "TLS 1.3 est négocié ; ce que le broker accepte d’autre se découvre avec des clients qui n’offrent pas plus que 1.2, 1.1 et 1.0.",
  },
  needs: ["tls"],
  async play(stage) {
    await Promise.all([
      stage.handshake("default"),
      ...Object.entries(AT_MOST).map(([role, maxVersion]) => stage.handshake(role, { tls: { maxVersion } })),
    ]);
  },
  observe: outcomes,
  claims: [modern, downgradeTold, oldRefused("at-most-1.1", "TLS 1.1"), oldRefused("at-most-1.0", "TLS 1.0")],
});
