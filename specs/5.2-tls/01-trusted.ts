import { exercise } from "../../src/exercise/exercise";
import { leave } from "../../src/exercise/leave";
import type { QoS } from "../../src/evidence/wire/mqtt/packet";
import { logTellsWire } from "../../src/judge/claims/log-tells-wire";
import {
  acceptedInside,
  connectedLine,
  delivered,
  exchanged,
  negotiatedLine,
  toldByLog,
  verified,
} from "./trusted-claims";

const LEVELS = [0, 1, 2] as const satisfies readonly QoS[];

export const trusted = exercise({
  id: "5.2-trusted",
  section: "5.2",
  title: { en: "A client that has the certificate", fr: "Un client qui possède le certificat" },
  asks: {
    en: "A client is given mosquitto.crt with tls_set(), connects to the TLS port, and publishes and receives.",
    fr: "Un client reçoit mosquitto.crt par tls_set(), se connecte au port TLS, puis publie et reçoit.",
  },
  needs: ["tls"],
  async play(stage) {
    const { capabilities } = stage.broker;
    const possible = LEVELS.filter((qos) => qos === 0 || capabilities.has(`qos${qos}`));
    const [subscriber, publisher] = await Promise.all([
      stage.client("subscriber", {}, { tls: {} }),
      stage.client("publisher", {}, { tls: {} }),
    ]);
    await subscriber.subscribe({ [stage.topic("message")]: 2 });
    for (const qos of possible)
      await publisher.publish(stage.topic("message"), stage.payload(`QoS ${qos}`), { qos });
    await subscriber.messages(possible.length);
    await Promise.all([leave(publisher), leave(subscriber)]);
  },
  observe: toldByLog,
  claims: [
    verified,
    acceptedInside,
    ...LEVELS.map(delivered),
    exchanged(1),
    exchanged(2),
    connectedLine,
    negotiatedLine,
    logTellsWire(),
  ],
});
