import { abreast } from "../../src/exercise/abreast";
import { exercise } from "../../src/exercise/exercise";
import { logTellsWire } from "../../src/judge/claims/log-tells-wire";
import { loggedOnce, onlyOnce, pubcompAfter, pubrecAgain, withoutDup } from "./once-publisher-claims";
import { CUTS, playPublishers } from "./once-publishers";
import {
  nothingLeft,
  noPublishAgain,
  publishAgain,
  pubrelAfter,
  sessionsPresent,
} from "./once-subscriber-claims";
import { playSubscribers } from "./once-subscribers";

export const qos2ExactlyOnce = exercise({
  id: "2.4-qos2-exactly-once",
  section: "2.4",
  title: {
    en: "QoS 2: exactly once, wherever the connection is cut",
    fr: "QoS 2 : exactement une fois, où que la connexion soit coupée",
  },
  asks: {
    en: "Cut the connection after PUBLISH, after PUBREC, after PUBREL: how often does the message arrive?",
    fr: "Coupez la connexion après PUBLISH, après PUBREC, après PUBREL : combien de fois le message arrive-t-il ?",
  },
  needs: ["qos2"],
  play: (stage) => abreast(playPublishers(stage), playSubscribers(stage)),
  claims: [
    ...CUTS.map(onlyOnce),
    pubrecAgain,
    pubcompAfter("pubrec"),
    pubcompAfter("pubrel"),
    withoutDup,
    publishAgain,
    pubrelAfter("pubrec"),
    pubrelAfter("pubrel"),
    noPublishAgain,
    nothingLeft,
    sessionsPresent,
    loggedOnce,
    logTellsWire(),
  ],
});
