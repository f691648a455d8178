import { exercise } from "../../src/exercise/exercise";
import { leave } from "../../src/exercise/leave";
import type { RawClient } from "../../src/exercise/raw-client";
import type { Stage } from "../../src/exercise/stage";
import { BURST, burstComplete, burstInOrder, linesWhole, liveTopic, oneByOne, soon } from "./live-claims";

/** Milliseconds that the sheet's “in real time” may take. */
export const LIVE_MS = 2000;
const PACKETS = 5;
/** Milliseconds that the last line of the burst has. */
const BURST_MS = 8000;

/** One packet after another, each sent when the line of the one before was read. */
async function packetByPacket(stage: Stage, client: RawClient): Promise<void> {
  for (let i = 1; i <= PACKETS; i++) {
    const topic = stage.topic(liveTopic("live", i));
    const line = stage.logLine(topic, LIVE_MS);
    client.publish(topic, stage.payload("live"));
    await line;
  }
}

async function burst(stage: Stage, client: RawClient): Promise<void> {
  const last = stage.logLine(stage.topic(liveTopic("burst", BURST)), BURST_MS);
  for (let i = 1; i <= BURST; i++) client.publish(stage.topic(liveTopic("burst", i)), stage.payload(`${i}`));
  await client.fence();
  await last;
}

export const sshLive = exercise({
  id: "1.1-ssh-live",
  section: "1.1",
  title: { en: "The log over SSH is live and complete", fr: "Le journal par SSH est en direct et complet" },
  asks: {
    en: "Follow the exchanges in real time: every packet has its line.",
    fr: "Suivez les échanges en temps réel : à chaque paquet sa ligne.",
  },
  needs: ["ssh", "log"],
  pace: "loud",
  bound: 25_000,
  async play(stage) {
    const client = await stage.raw("sender");
    await client.connect();
    await packetByPacket(stage, client);
    await burst(stage, client);
    await leave(client);
  },
  claims: [soon, oneByOne, burstComplete, burstInOrder, linesWhole],
});
