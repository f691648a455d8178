import { exercise } from "../../src/exercise/exercise";
import { NotSeen } from "../../src/exercise/wait";
import type { Stage } from "../../src/exercise/stage";
import { bystander } from "../5.2-tls/bystander";
import { plainInLog, plainRefused, tlsInLog, tlsRefused } from "./refused-claims";

/** MQTT as it is, to the port that expects TLS. */
async function plainToTls(stage: Stage): Promise<void> {
  const client = await stage.raw("plain-on-tls", undefined, { listener: "tls" });
  try {
    await client.connect();
  } catch (error) {
    if (!(error instanceof NotSeen)) throw error;
  }
  client.destroy();
  await client.line.idle();
}

export const plaintextRefused = exercise({
  id: "5.3-plaintext-refused",
  section: "5.3",
  title: { en: "Each port refuses the other’s language", fr: "Chaque port refuse la langue de l’autre" },
  asks: {
    en: "What happens to a client without TLS on the TLS port, and to a client with TLS on the plain one?",
    fr: "Qu’arrive-t-il à un client sans TLS sur le port TLS, et à un client avec TLS sur le port en clair ?",
  },
  needs: ["tls"],
  async play(stage) {
    await bystander(stage, "before");
    await plainToTls(stage);
    await bystander(stage, "between");
    await stage.handshake("tls-on-plain", { listener: "plain" });
    await bystander(stage, "after");
  },
  claims: [plainRefused, tlsRefused, plainInLog, tlsInLog],
});
