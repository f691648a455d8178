import { FILTERS } from "../1.3-capture/filters";
import type { Fault } from "./fault";
import { ADDS, FORGETS } from "./tshark";

const claim = (id: string) => `1.3-filters/${id}`;
/** What selects nothing in the exercise's capture cannot lose a frame. */
const NOTHING = ["and-nothing"];
/** What selects the first frame anyway does not notice it. */
const FIRST_FRAME = ["port-1883", "either-port"];

export const faults: readonly Fault[] = [
  {
    id: "1.3-frame-missing",
    what: {
      en: "Each filter misses a frame that it should select.",
      fr: "Chaque filtre oublie une trame qu’il devrait sélectionner.",
    },
    breaks: [
      ...FILTERS.filter(({ id }) => !NOTHING.includes(id)).map(({ id }) => claim(id)),
      claim("certificate-with-keys"),
      claim("mqtt-with-keys"),
    ],
    tshark: { answers: FORGETS },
  },
  {
    id: "1.3-frame-too-many",
    what: {
      en: "Each filter selects a frame that it should not.",
      fr: "Chaque filtre sélectionne une trame de trop.",
    },
    breaks: FILTERS.filter(({ id }) => !FIRST_FRAME.includes(id)).map(({ id }) => claim(id)),
    tshark: { answers: ADDS },
  },
  {
    id: "1.3-keys-not-used",
    what: {
      en: "The TLS secrets are not those of the capture.",
      fr: "Les secrets TLS ne sont pas ceux de la capture.",
    },
    breaks: [claim("certificate-with-keys"), claim("mqtt-with-keys")],
    tshark: { keyless: true },
  },
];
