import { exercise } from "../../src/exercise/exercise";
import { ANSWER_BOUND } from "../../src/exercise/wait";
import { logTellsWire } from "../../src/judge/claims/log-tells-wire";
import { answersToPings } from "./pings";
import { answeredAtOnce, bothLogged, everyKeepAlive, outlives } from "./ping-claims";

/** Seconds. With 1 a broker that counts whole seconds is already at its limit when a ping is a little late. */
export const KEEP_ALIVE = 2;

export const ping = exercise({
  id: "3-ping",
  section: "3",
  title: {
    en: "PINGREQ and PINGRESP keep a connection alive",
    fr: "PINGREQ et PINGRESP maintiennent une connexion",
  },
  asks: {
    en: "What do PINGREQ and PINGRESP mean? Find their exchange in the log: how does it keep up the connection between client and broker?",
    fr: "Que signifient PINGREQ et PINGRESP ? Identifiez leur échange dans les logs : comment maintient-il la connexion entre le client et le broker ?",
  },
  pace: "idle",
  async play(stage) {
    const client = await stage.client("idle", { keepAlive: KEEP_ALIVE });
    // The second answer comes after twice the keep alive: the connection has outlived one and a half.
    for (let i = 0; i < 2; i++) await client.pinged(1500 * KEEP_ALIVE + ANSWER_BOUND);
    await client.disconnect();
  },
  claims: [answeredAtOnce, everyKeepAlive, bothLogged, outlives, logTellsWire()],
  measure: (scene) => {
    const times = answersToPings(scene, "idle").map(({ ping, answer }) => answer.at - ping.at);
    return times.map((value, i) => ({
      title: { en: `PINGREQ ${i + 1} to PINGRESP`, fr: `du PINGREQ n° ${i + 1} au PINGRESP` },
      value: Math.round(value * 100) / 100,
      unit: "ms",
    }));
  },
});
