/** What each client does, from its first question on, as the sheet's script of that name does it. */
import type { Given } from "./command-line";
import type { Kind } from "./kinds";
import { CLIENTS } from "./kinds";
import { Problem } from "./problem";
import type { Session } from "./session";
import type { Terminal } from "./terminal";
import { numberIn, text, topicFilter, topicName } from "./values";

type Qos = 0 | 1 | 2;

export interface Part {
  readonly clientId: string;
  readonly given: Given;
  readonly session: Session;
  readonly terminal: Terminal;
}

/** How far it has come; read for the last line, whatever ends the exercise. */
export interface Score {
  count: number;
  qos: Qos;
}

type Exercise = (part: Part, score: Score) => Promise<void>;

export const EXERCISES = {
  ping,
  qos: thereAndBack("qos"),
  tls: thereAndBack("tls"),
  pub,
  sub,
} satisfies Record<Kind, Exercise>;

const PINGS = 3;

async function ping({ given, session, terminal }: Part, score: Score): Promise<void> {
  const { keepAlive } = CLIENTS.ping;
  const keepalive =
    number(given, "keepalive") ?? (await terminal.ask("keepalive", keepAlive, numberIn(1, 65_535)));
  await session.connect(keepalive);
  const [count, seconds] = [number(given, "count"), number(given, "seconds")];
  const wanted = count ?? (seconds === undefined ? PINGS : Infinity);
  const enough = await session.wait(() => {
    score.count = session.pongs;
    return session.pongs >= wanted;
  }, seconds);
  unlessLate(enough, count, seconds);
}

/** Subscribes, publishes, and waits until each message has come back. */
function thereAndBack(kind: "qos" | "tls"): Exercise {
  return async ({ clientId, given, session, terminal }, score) => {
    score.qos = (number(given, "qos") ?? (await terminal.ask("qos", 1, numberIn(0, 2)))) as Qos;
    const topic = string(given, "topic") ?? `tp/${clientId}`;
    const message = string(given, "message") ?? terminal.text("default_message", { id: clientId });
    await session.connect(keepAliveOf(kind, given));
    await session.subscribe([topic], score.qos);
    const returned = () =>
      session.received.filter((got) => got.topic === topic && got.payload.equals(Buffer.from(message)))
        .length;
    const count = number(given, "count") ?? 1;
    while (score.count < count) {
      await session.publish(topic, message, score.qos);
      await session.complete(() => returned() > score.count);
      score.count += 1;
    }
  };
}

async function pub({ clientId, given, session, terminal }: Part, score: Score): Promise<void> {
  const topic = string(given, "topic") ?? (await terminal.ask("topic", "tp/test", topicName));
  const spoken = terminal.text("default_message", { id: clientId });
  const messages = (given.get("message") as readonly string[] | undefined) ?? [
    await terminal.ask("message", spoken, text),
  ];
  await session.connect(keepAliveOf("pub", given));
  for (let round = 0; round < (number(given, "count") ?? 1); round++) {
    for (const message of messages) {
      await session.publish(topic, message, (number(given, "qos") ?? 0) as Qos, given.has("retain"));
      score.count += 1;
    }
  }
}

async function sub({ given, session, terminal }: Part, score: Score): Promise<void> {
  const filters = (given.get("topic") as readonly string[] | undefined) ?? [
    await terminal.ask("filter", "tp/test", topicFilter),
  ];
  const [count, seconds] = [number(given, "count"), number(given, "seconds")];
  await session.connect(keepAliveOf("sub", given));
  await session.subscribe(filters, (number(given, "qos") ?? 0) as Qos);
  const enough = await session.wait(() => {
    score.count = session.received.length;
    return session.received.length >= (count ?? Infinity);
  }, seconds);
  unlessLate(enough, count, seconds);
}

function unlessLate(enough: boolean, count: number | undefined, seconds = 0): void {
  if (count !== undefined && !enough) throw new Problem("late", { seconds });
}

function keepAliveOf(kind: Kind, given: Given): number {
  return number(given, "keepalive") ?? CLIENTS[kind].keepAlive;
}

function number(given: Given, name: string): number | undefined {
  const value = given.get(name)?.[0];
  return typeof value === "number" ? value : undefined;
}

function string(given: Given, name: string): string | undefined {
  const value = given.get(name)?.[0];
  return typeof value === "string" ? value : undefined;
}
