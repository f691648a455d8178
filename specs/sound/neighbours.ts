/** Correct brokers that are not this run's alone. */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mqtt from "mqtt";
import { startNative } from "../../src/target/native";
import type { Target } from "../../src/target/target";
import { startRelay } from "../faults/relay/relay";
import { behindLink, inPieces, slow } from "./link";
import { verified, type Trial } from "./trial";

/** Milliseconds between two messages of the neighbour. */
const CHATTER = 5;
const FOREIGN_RETAINED = 200;

/** Somebody else's sensors: retained messages under many topics, and a steady stream. */
async function chatter(target: Target): Promise<AsyncDisposable> {
  const client = await mqtt.connectAsync({ ...target.address, protocol: "mqtt" });
  for (let i = 0; i < FOREIGN_RETAINED; i++)
    client.publish(`elsewhere/sensor/${i}`, `${i}`, { retain: true, qos: 1 });
  const timer = setInterval(() => client.publish("elsewhere/stream", randomBytes(20), { qos: 1 }), CHATTER);
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await client.endAsync(true);
    },
  };
}

/** A broker that wants a login, with a password that lives as long as the trial. */
async function withLogin(): Promise<Target> {
  const folder = mkdtempSync(join(tmpdir(), "tp-mqtt-login-"));
  const [file, password] = [join(folder, "passwd"), randomBytes(9).toString("base64url")];
  execFileSync("mosquitto_passwd", ["-b", "-c", file, "teacher", password]);
  execFileSync("chmod", ["755", folder]);
  execFileSync("chmod", ["644", file]);
  const target = await startNative({ config: ["allow_anonymous false", `password_file ${file}`] });
  const stop = async () => {
    await target[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  };
  return { ...target, credentials: { username: "teacher", password }, [Symbol.asyncDispose]: stop };
}

/** A relay on the way that changes nothing, but drops what the broker still sends when the client has closed. */
async function behindRelay(): Promise<Target> {
  const broker = await startNative();
  const relay = await startRelay(broker.address, {});
  const stop = async () => {
    await relay.close();
    await broker[Symbol.asyncDispose]();
  };
  return { ...broker, address: relay.address, [Symbol.asyncDispose]: stop };
}

export const neighbours: readonly Trial[] = [
  {
    id: "two runs at once",
    async run() {
      await using target = await startNative();
      return (await Promise.all([verified(target), verified(target)])).flat();
    },
  },
  {
    id: "one run after another",
    async run() {
      await using target = await startNative();
      return [...(await verified(target)), ...(await verified(target))];
    },
  },
  {
    id: "a neighbour who chatters",
    async run() {
      await using target = await startNative();
      await using _neighbour = await chatter(target);
      return await verified(target);
    },
  },
  {
    id: "a relay on the way",
    async run() {
      await using target = await behindRelay();
      return await verified(target);
    },
  },
  {
    id: "a slow link, 100 ms each way",
    async run() {
      await using target = await behindLink(await startNative(), slow(100));
      return await verified(target);
    },
  },
  {
    id: "a link that cuts everything into pieces of 7 bytes",
    async run() {
      await using target = await behindLink(await startNative(), inPieces(7));
      return await verified(target);
    },
  },
  {
    id: "a login",
    async run() {
      await using target = await withLogin();
      return await verified(target);
    },
  },
];
