import { abreast } from "../../src/exercise/abreast";
import { exercise } from "../../src/exercise/exercise";
import { logTellsWire } from "../../src/judge/claims/log-tells-wire";
import { acceptedOnce, firstIsConnack, sessionNotPresent } from "./connack-claims";
import { playHasty, playNameless, playNames, playRefusals } from "./connect-parts";
import { idsOfAnyLength, namelessKeptRefused, noSharedName } from "./identifier-claims";
import { loggedClean, loggedConnack, loggedEnd, loggedKeepAlive, loggedOrder } from "./log-claims";
import { loggedConnection, loggedProtocol, loggedUser } from "./log-claims";
import { levelRefused, refusalCloses, refusalHasNoSession } from "./refusal-claims";

/** Seconds: neither a default of a client nor of a broker, and below any sensible max_keepalive. */
const KEEP_ALIVE = 42;

export const connect = exercise({
  id: "2.3-connect",
  section: "2.3",
  title: { en: "CONNECT and CONNACK", fr: "CONNECT et CONNACK" },
  asks: {
    en: "Find in the log the CONNACK of your client’s connection and the information that goes with it.",
    fr: "Trouvez dans le journal le CONNACK de la connexion de votre client et les informations associées.",
  },
  async play(stage) {
    const client = await stage.client("client", { keepAlive: KEEP_ALIVE });
    await client.fence();
    await client.disconnect();
    await abreast(playHasty(stage), playNames(stage), playNameless(stage), playRefusals(stage));
  },
  claims: [
    acceptedOnce,
    sessionNotPresent,
    firstIsConnack,
    idsOfAnyLength,
    noSharedName,
    namelessKeptRefused,
    levelRefused,
    refusalHasNoSession,
    refusalCloses,
    loggedConnection,
    loggedProtocol,
    loggedClean,
    loggedKeepAlive,
    loggedUser,
    loggedConnack,
    loggedOrder,
    loggedEnd,
    logTellsWire(),
  ],
});
