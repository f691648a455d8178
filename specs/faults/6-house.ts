import type { Fault } from "./fault";
import { dropLines } from "./log";
import { lose, misdeliver } from "./misdelivery";
import { alter, duplicate } from "./relay/meddle";

export const faults: readonly Fault[] = [
  {
    id: "6-house-plain-filter-as-prefix",
    what: {
      en: "A filter without wildcards also receives the neighbouring topic.",
      fr: "Un filtre sans joker reçoit aussi le topic voisin.",
    },
    breaks: ["6-house/one-sensor"],
    relay: () => misdeliver("sensors", "chambre_1/humidite", "one-sensor"),
  },
  {
    id: "6-house-room-without-depth",
    what: { en: "maison/salon/# stops at one level.", fr: "maison/salon/# s’arrête à un niveau." },
    breaks: ["6-house/one-room"],
    relay: () => lose("one-room", /\/salon\/prise_1\//),
  },
  {
    id: "6-house-room-twice",
    what: {
      en: "The room’s subscriber is sent a message twice.",
      fr: "L’abonné du salon reçoit un message deux fois.",
    },
    breaks: ["6-house/one-room"],
    relay: () => duplicate({ from: "broker", type: "PUBLISH", role: "one-room", topic: "salon/lumiere" }),
  },
  {
    id: "6-house-garden-in-house",
    what: { en: "maison/# receives the garden too.", fr: "maison/# reçoit aussi le jardin." },
    breaks: ["6-house/whole-house"],
    relay: () => misdeliver("sensors", "jardin/temperature", "whole-house"),
  },
  {
    id: "6-house-plus-as-hash",
    what: {
      en: "maison/+/temperature receives the oven’s temperature, a level deeper.",
      fr: "maison/+/temperature reçoit la température du four, un niveau plus bas.",
    },
    breaks: ["6-house/temperatures"],
    relay: () => misdeliver("sensors", "four/temperature", "temperatures"),
  },
  {
    id: "6-house-values-mixed-up",
    what: { en: "A delivery carries another value.", fr: "Une livraison porte une autre valeur." },
    breaks: ["6-house/content", "6-house/log-tells-wire"],
    relay: () =>
      alter({ from: "broker", type: "PUBLISH", role: "whole-house", topic: "cuisine/fumee" }, (draft) => {
        draft.payload = "1";
      }),
  },
  {
    id: "6-house-log-without-a-delivery",
    what: { en: "The log leaves a delivery out.", fr: "Le journal omet une livraison." },
    breaks: ["6-house/in-the-log", "6-house/log-tells-wire"],
    log: () => dropLines(/Sending PUBLISH to \S+-temperatures .*chambre_2\/temperature/),
  },
];
