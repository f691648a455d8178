import { abreast } from "../../src/exercise/abreast";
import { exercise } from "../../src/exercise/exercise";
import { logTellsWire } from "../../src/judge/claims/log-tells-wire";
import { complete, inOrder } from "./burst-claims";
import { LEVELS, playBurst } from "./burst";
import { payloadArrives } from "./payload-claims";
import { PAYLOADS, playPayloads } from "./payloads";

export const order = exercise({
  id: "2.5-order",
  section: "2.5",
  title: { en: "A burst of messages", fr: "Une rafale de messages" },
  asks: {
    en: "Publish many messages quickly at each QoS: are all of them there, in order and unchanged?",
    fr: "Publiez rapidement de nombreux messages avec chaque QoS : sont-ils tous là, dans l’ordre et intacts ?",
  },
  needs: ["qos1", "qos2"],
  play: (stage) => abreast(playBurst(stage), playPayloads(stage)),
  claims: [
    ...LEVELS.flatMap((qos) => [complete(qos), inOrder(qos)]),
    ...PAYLOADS.map(payloadArrives),
    logTellsWire(),
  ],
});
