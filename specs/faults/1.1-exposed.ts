import { startNative } from "../../src/target/native";
import type { Target } from "../../src/target/target";
import type { Fault } from "./fault";
import { alter, closeAt } from "./relay/meddle";
import { afterTwo } from "./ssh/after-two";

const claim = (id: string) => `1.1-broker-exposed/${id}`;

/** The run is given a login that the broker does not ask for. */
async function openToAll(): Promise<Target> {
  const broker = await startNative();
  const stop = () => broker[Symbol.asyncDispose]();
  return {
    ...broker,
    credentials: { username: "teacher", password: "any" },
    [Symbol.asyncDispose]: stop,
  };
}

export const faults: readonly Fault[] = [
  {
    id: "1.1-mqtt-closed",
    what: {
      en: "The broker’s port lets some clients in and closes on others.",
      fr: "Le port du broker laisse entrer certains clients et se ferme aux autres.",
    },
    breaks: [claim("mqtt")],
    relay: () => closeAt({ from: "client", type: "CONNECT", role: "curious" }, { lose: true }),
  },
  {
    id: "1.1-tls-closed",
    what: {
      en: "A firewall lets two connections through to the TLS port, and no more.",
      fr: "Un pare-feu laisse passer deux connexions vers le port TLS, et pas davantage.",
    },
    breaks: [claim("tls")],
    instead: afterTwo,
  },
  {
    id: "1.1-docker-exposed",
    what: {
      en: "Something listens on port 2375 of the server, as Docker’s API does.",
      fr: "Le port 2375 du serveur est ouvert, comme celui de l’API de Docker.",
    },
    breaks: [claim("no-docker")],
    // An address of its own: other faults are played at the same time.
    ssh: { address: "127.0.0.2", ports: [2375] },
  },
  {
    id: "1.1-open-to-all",
    what: {
      en: "The broker was handed out with a login, and lets everybody in without one.",
      fr: "Le broker a été annoncé avec un identifiant, et laisse entrer tout le monde sans.",
    },
    breaks: [claim("anonymous")],
    instead: openToAll,
  },
  {
    id: "1.1-sys-denied",
    what: {
      en: "An access list refuses subscriptions to $SYS.",
      fr: "Une liste d’accès refuse les abonnements à $SYS.",
    },
    breaks: [claim("sys")],
    relay: () =>
      alter({ from: "broker", type: "SUBACK", role: "curious" }, (draft) => {
        draft.granted = [128];
      }),
  },
  {
    id: "1.1-log-for-everybody",
    what: {
      en: "The broker publishes its log under $SYS.",
      fr: "Le broker publie son journal sous $SYS.",
    },
    breaks: [claim("no-leak")],
    config: ["log_dest stderr", "log_dest topic"],
  },
];
