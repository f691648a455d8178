import { abreast } from "../../src/exercise/abreast";
import { exercise } from "../../src/exercise/exercise";
import { leave } from "../../src/exercise/leave";
import type { Stage } from "../../src/exercise/stage";
import type { Level } from "../../src/evidence/wire/mqtt/packet";
import { logTellsWire } from "../../src/judge/claims/log-tells-wire";
import { accepted, logsCleanSession, logsKeepAlive, logsProtocol } from "./parameter-claims";

interface Parameters {
  readonly role: string;
  readonly level: Level;
  readonly clean: boolean;
  /** All different, and none that a broker with a limit on it could refuse. */
  readonly keepAlive: number;
}

const CONNECTIONS: readonly Parameters[] = [
  { role: "v31-c1", level: 3, clean: true, keepAlive: 10 },
  { role: "v31-c0", level: 3, clean: false, keepAlive: 20 },
  { role: "v311-c1", level: 4, clean: true, keepAlive: 30 },
  { role: "v311-c0", level: 4, clean: false, keepAlive: 40 },
  { role: "v5-c1", level: 5, clean: true, keepAlive: 50 },
  { role: "v5-c0", level: 5, clean: false, keepAlive: 60 },
];

async function comeAndGo(stage: Stage, { role, ...parameters }: Parameters): Promise<void> {
  const client = await stage.raw(role);
  await client.connect(parameters);
  await leave(client);
}

export const connectParameters = exercise({
  id: "3-connect-parameters",
  section: "3",
  title: { en: "What p, c and k stand for", fr: "Ce que désignent p, c et k" },
  asks: {
    en: "What do the parameters p0, p1, p2, c0, c1 and kx of “New client connected” mean?",
    fr: "Que signifient les paramètres p0, p1, p2, c0, c1 et kx de « New client connected » ?",
  },
  async play(stage) {
    const spoken = CONNECTIONS.filter(({ level }) => level !== 5 || stage.broker.capabilities.has("mqtt5"));
    await abreast(...spoken.map((parameters) => comeAndGo(stage, parameters)));
  },
  claims: [
    accepted,
    logsProtocol(3, "MQTT 3.1"),
    logsProtocol(4, "MQTT 3.1.1"),
    logsProtocol(5, "MQTT 5"),
    logsCleanSession,
    logsKeepAlive,
    logTellsWire(),
  ],
});
