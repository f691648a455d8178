/**
 * Asks for a broker by logging in. Docker's own proxy accepts connections before the broker does, so that an accepted
 * one proves nothing. Used only for brokers whose log does not say that they run, since it leaves lines in that log.
 */
import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

const CLIENT_ID = "tp-mqtt-ready";
/** CONNECT of MQTT 3.1.1, clean session, keep alive 5 s. */
const CONNECT = Buffer.concat([
  Buffer.from([0x10, 12 + CLIENT_ID.length, 0, 4]),
  Buffer.from("MQTT"),
  Buffer.from([4, 2, 0, 5, 0, CLIENT_ID.length]),
  Buffer.from(CLIENT_ID),
]);
const CONNACK = 0x20;
const DISCONNECT = Buffer.from([0xe0, 0]);
const ANSWER_BOUND_MS = 1_000;

/** Resolves with true once the broker answers CONNECT, whatever its answer; with undefined once `signal` is aborted. */
export async function untilMqttAnswers(
  host: string,
  port: number,
  signal: AbortSignal,
): Promise<true | undefined> {
  while (!signal.aborted) {
    if (await mqttAnswers(host, port)) return true;
    await delay(30);
  }
  return undefined;
}

function mqttAnswers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.setTimeout(ANSWER_BOUND_MS, () => socket.destroy());
    socket.on("error", () => undefined);
    socket.once("data", (answer: Buffer) => {
      resolve(answer[0] === CONNACK);
      socket.end(DISCONNECT);
    });
    socket.once("close", () => {
      resolve(false);
    });
    socket.write(CONNECT);
  });
}
