/** A client of our own that asks whether the broker answers, plainly or over TLS, and what it is. */
import { randomBytes } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { connectAsync, type IClientOptions, type MqttClient } from "mqtt";

const VERSION_TOPIC = "$SYS/broker/version";

export interface BrokerAddress {
  readonly host: string;
  readonly port: number;
  /** The certificate to trust, PEM; without it the connection is not encrypted. */
  readonly ca?: string;
}

export function probeId(): string {
  return `tp-mqtt-lab-${randomBytes(4).toString("hex")}`;
}

/**
 * Logs in and out.
 *
 * @param ms for all of it
 * @throws Error when the broker does not answer, or closes the connection
 * @returns what the broker calls itself: `mosquitto version 2.1.2`; undefined where it does not say so within `ms`
 */
export async function askBroker(
  address: BrokerAddress,
  clientId: string,
  ms: number,
): Promise<string | undefined> {
  const client = await connected(address, clientId, ms);
  try {
    const answer = new Promise<string>((resolve) => {
      client.once("message", (_topic, payload) => {
        resolve(payload.toString());
      });
    });
    const closed = new Promise<never>((_, reject) => {
      client.once("close", () => {
        reject(new Error("the broker closed the connection"));
      });
    });
    const subscribed = client.subscribeAsync(VERSION_TOPIC).then(() => answer);
    return await Promise.race([subscribed, closed, delay(ms, undefined, { ref: false })]);
  } finally {
    await client.endAsync();
  }
}

async function connected(
  { host, port, ca }: BrokerAddress,
  clientId: string,
  ms: number,
): Promise<MqttClient> {
  const options: IClientOptions = { clientId, connectTimeout: ms, reconnectPeriod: 0, clean: true };
  const url = `${ca === undefined ? "mqtt" : "mqtts"}://${host}:${port}`;
  // Without retries: or else a connection that is closed before its CONNACK is waited for without end.
  return await connectAsync(url, ca === undefined ? options : { ...options, ca }, false);
}
