/**
 * The 141 statement ids of MQTT Version 3.1.1, OASIS Standard, Appendix B, by their series. The standard itself prints
 * two of them as `MQTT-3.1.2.7` and `MQTT-3-8.3-4`; here they have the form of the others.
 */
const SERIES: Readonly<Record<string, number>> = {
  "1.5.3": 3,
  "2.2.2": 2,
  "2.3.1": 7,
  "3.1.0": 2,
  "3.1.2": 24,
  "3.1.3": 11,
  "3.1.4": 5,
  "3.2.0": 1,
  "3.2.2": 6,
  "3.3.1": 12,
  "3.3.2": 3,
  "3.3.4": 1,
  "3.3.5": 2,
  "3.6.1": 1,
  "3.8.1": 1,
  "3.8.3": 4,
  "3.8.4": 6,
  "3.9.3": 2,
  "3.10.1": 1,
  "3.10.3": 2,
  "3.10.4": 6,
  "3.12.4": 1,
  "3.14.1": 1,
  "3.14.4": 3,
  "4.1.0": 2,
  "4.3.1": 1,
  "4.3.2": 2,
  "4.3.3": 2,
  "4.4.0": 1,
  "4.5.0": 2,
  "4.6.0": 6,
  "4.7.1": 3,
  "4.7.2": 1,
  "4.7.3": 4,
  "4.8.0": 2,
  "6.0.0": 4,
  "7.0.0": 2,
  "7.1.1": 1,
  "7.1.2": 1,
};

/** Sections of the RFCs that the TLS claims rest on. */
const RFC_SECTIONS = [
  // The Transport Layer Security (TLS) Protocol Version 1.3
  "RFC8446-4.1.2",
  "RFC8446-4.1.3",
  "RFC8446-4.2.8",
  "RFC8446-4.4.2",
  "RFC8446-5.2",
  // The Transport Layer Security (TLS) Protocol Version 1.2
  "RFC5246-7.4.2",
  // Deprecating TLS 1.0 and TLS 1.1
  "RFC8996-4",
  "RFC8996-5",
  // Internet X.509 Public Key Infrastructure: validity
  "RFC5280-4.1.2.5",
  // Service Identity in TLS
  "RFC9525-6.3",
] as const;

/** Everything that a claim may cite. */
export const CLAUSES: ReadonlySet<string> = new Set([
  ...Object.entries(SERIES).flatMap(([series, last]) =>
    Array.from({ length: last }, (_, i) => `MQTT-${series}-${i + 1}`),
  ),
  ...RFC_SECTIONS,
]);
