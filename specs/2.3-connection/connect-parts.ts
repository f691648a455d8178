/** The parts of `2.3-connect` that no ordinary client plays: unusual identifiers, haste, and what must be refused. */
import { generate } from "mqtt-packet";
import { abreast } from "../../src/exercise/abreast";
import type { RawClient } from "../../src/exercise/raw-client";
import type { Stage } from "../../src/exercise/stage";
import { closeOf, within } from "../../src/exercise/wait";

const ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** A protocol level that no version of MQTT has. */
const NO_SUCH_LEVEL = 9;

const PROTOCOL_NAME = "MQTT";
const CLEAN_SESSION = 0x02;

/** Sends CONNECT, SUBSCRIBE and PINGREQ in one go: a client need not wait for the CONNACK (clause 3.1.4). */
export async function playHasty(stage: Stage): Promise<void> {
  const client = await stage.raw("hasty");
  await client.open();
  const subscriptions = [{ topic: stage.topic("hasty"), qos: 0 as const }];
  const subscribe = generate({ cmd: "subscribe", messageId: 1, subscriptions });
  client.send(Buffer.concat([generate(client.connectPacket()), subscribe, generate({ cmd: "pingreq" })]));
  await client.expect("PINGRESP");
  await client.disconnect();
}

/** The shortest and the longest client identifier that every broker must take. */
export async function playNames(stage: Stage): Promise<void> {
  const shortest = await stage.raw("1-char", oneCharacter(stage.run));
  const longest = await stage.raw("23-chars", `${stage.run}ABCDEFGHIJKLMNOPQRSTUVWXYZ`.slice(0, 23));
  await abreast(...[shortest, longest].map(visit));
}

/** One character cannot be fresh for each run; at least it is not the same one each time. */
function oneCharacter(run: string): string {
  return ALPHANUMERIC.charAt(Number.parseInt(run, 36) % ALPHANUMERIC.length);
}

async function visit(client: RawClient): Promise<void> {
  const { code } = await client.connect();
  if (code !== 0) return;
  await client.fence();
  await client.disconnect();
}

/** Two clients at once that leave their identifier to the broker. A broker may refuse that (clause 3.1.3.1). */
export async function playNameless(stage: Stage): Promise<void> {
  const clients = [await stage.raw("nameless-1", ""), await stage.raw("nameless-2", "")];
  for (const client of clients) {
    const { code } = await client.connect();
    if (code !== 0) return refusedAndClosed(client);
  }
  for (const client of clients) await client.fence();
  for (const client of clients) await client.disconnect();
}

/** What a broker must refuse: a session to keep for nobody, and a protocol level that it does not support. */
export async function playRefusals(stage: Stage): Promise<void> {
  const nobody = await stage.raw("nobody", "");
  const unsupported = await stage.raw("other-level");
  const nobodyKept = async () => {
    await nobody.open();
    nobody.send(withoutCleanSession(generate(nobody.connectPacket())));
    const { code } = await nobody.expect("CONNACK");
    if (code !== 0) await refusedAndClosed(nobody);
  };
  const otherLevel = async () => {
    const { code } = await connectUnsupported(stage, unsupported);
    if (code !== 0) await refusedAndClosed(unsupported);
  };
  await abreast(nobodyKept(), otherLevel());
}

/** At a level that this broker does not support: a broker without MQTT 5 refuses that one, others have to be made one up. */
async function connectUnsupported(stage: Stage, client: RawClient) {
  if (!stage.broker.capabilities.has("mqtt5")) return client.connect({ level: 5 });
  await client.open();
  client.send(atLevel(NO_SUCH_LEVEL, generate(client.connectPacket())));
  return client.expect("CONNACK");
}

async function refusedAndClosed(client: RawClient): Promise<void> {
  await within(client.closed, closeOf(client.role));
}

/** The CONNECT with another protocol level, which no library would write. */
function atLevel(level: number, connect: Buffer): Buffer {
  connect.writeUInt8(level, levelOf(connect));
  return connect;
}

/** The CONNECT with clean session 0, which no library would write for an empty identifier. */
function withoutCleanSession(connect: Buffer): Buffer {
  const flags = levelOf(connect) + 1;
  connect.writeUInt8(connect.readUInt8(flags) & ~CLEAN_SESSION, flags);
  return connect;
}

/** Where the protocol level stands: behind the protocol name. */
function levelOf(connect: Buffer): number {
  return connect.indexOf(PROTOCOL_NAME) + PROTOCOL_NAME.length;
}
