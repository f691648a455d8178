import { connect } from "node:net";
import { exercise } from "../../src/exercise/exercise";
import { leave } from "../../src/exercise/leave";
import type { Stage } from "../../src/exercise/stage";
import { NotSeen } from "../../src/exercise/wait";
import { anonymous, mqttReachable, noDocker, noLeak, sysReadable, tlsReachable } from "./exposed-claims";

/** Docker's API, in clear and with TLS, and a swarm's: whoever reaches it has the machine. */
export const DOCKER_PORTS = [2375, 2376, 2377] as const;
const CONNECT_MS = 1500;
/** Milliseconds for the first of the $SYS messages that are not retained. */
const SYS_MS = 1500;

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.setTimeout(CONNECT_MS, () => {
      end(false);
    });
    socket.once("connect", () => {
      end(true);
    });
    socket.once("error", () => {
      end(false);
    });
  });
}

async function lookAtPorts(stage: Stage): Promise<void> {
  const { host } = stage.ssh;
  for (const port of DOCKER_PORTS) stage.mark("port", { port, open: await answers(host, port) });
}

/** Without user name and password, whatever the run itself uses. */
async function comeAnonymously(stage: Stage): Promise<void> {
  stage.mark("declared", { login: stage.withLogin });
  const client = await stage.raw("anonymous");
  try {
    await client.connect({ anonymous: true });
    await client.disconnect();
  } catch (error) {
    if (!(error instanceof NotSeen)) throw error;
    client.destroy();
  }
}

/** Two students, and one who listens to everything that the broker tells of itself. */
async function listenToSys(stage: Stage): Promise<void> {
  const [curious, student] = await Promise.all([stage.client("curious"), stage.client("student")]);
  await curious.subscribe({ "$SYS/#": 0 });
  await student.publish(stage.topic("private"), stage.payload("private"));
  await leave(student);
  await curious.messages(1, SYS_MS).catch((error: unknown) => {
    if (!(error instanceof NotSeen)) throw error;
  });
  await curious.fence();
  await leave(curious);
}

export const brokerExposed = exercise({
  id: "1.1-broker-exposed",
  section: "1.1",
  title: { en: "What of the lab can be reached", fr: "Ce qui est accessible du laboratoire" },
  asks: {
    en: "The broker listens on 1883 and 8883; nothing else of the lab is exposed.",
    fr: "Le broker écoute sur 1883 et 8883 ; rien d’autre du laboratoire n’est exposé.",
  },
  needs: ["ssh"],
  pace: "idle",
  async play(stage) {
    await Promise.all([lookAtPorts(stage), comeAnonymously(stage), listenToSys(stage)]);
    if (stage.broker.capabilities.has("tls")) await stage.handshake("tls");
  },
  claims: [mqttReachable, tlsReachable, noDocker, anonymous, sysReadable, noLeak],
});
