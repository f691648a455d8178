/** The five clients of the lab sheet, and what each can be told. */
import type { Words } from "../words/words";
import { numberIn, oneOf, some, text, topicFilter, topicName, type Reader } from "./values";

export const KINDS = ["ping", "qos", "tls", "pub", "sub"] as const;
export type Kind = (typeof KINDS)[number];

export interface Option {
  /** How its value is called in the help; a switch has none. */
  readonly value?: string;
  readonly read?: Reader;
  readonly multiple?: true;
  /** Where the words for it stand; `count` means something else for each client. */
  readonly words: keyof Words["client"]["options"] | "count";
}

export interface ClientSyntax {
  readonly port: number;
  /** Keep alive where none is given, in seconds. */
  readonly keepAlive: number;
  /** By name, without its dashes, in the order of the help. */
  readonly options: Readonly<Record<string, Option>>;
}

const COUNTED = numberIn(1, 1e9);

const reach = {
  host: { value: "HOST", read: some, words: "host" },
  port: { value: "N", read: numberIn(1, 65_535), words: "port" },
} as const;

const session = {
  "client-id": { value: "ID", read: some, words: "client-id" },
  keepalive: { value: "N", read: numberIn(1, 65_535), words: "keepalive" },
  clean: { words: "clean" },
  "no-clean": { words: "no-clean" },
  username: { value: "NAME", read: some, words: "username" },
} as const;

const ca = { value: "FILE", read: some, words: "ca" } as const;
const topic = { value: "TOPIC", read: topicName, words: "topic" } as const;
const message = { value: "TEXT", read: text, words: "message" } as const;
const qos = { value: "N", read: numberIn(0, 2), words: "qos" } as const;

const end = {
  count: { value: "N", read: COUNTED, words: "count" },
  seconds: { value: "N", read: COUNTED, words: "seconds" },
  lang: { value: "fr|en", read: oneOf("fr", "en"), words: "lang" },
  help: { words: "help" },
} as const;

const PLAIN = { port: 1883, keepAlive: 60 };

export const CLIENTS: Readonly<Record<Kind, ClientSyntax>> = {
  ping: { port: 1883, keepAlive: 5, options: { ...reach, ...session, ...end } },
  qos: { ...PLAIN, options: { ...reach, ...session, topic, message, qos, ...end } },
  tls: { port: 8883, keepAlive: 60, options: { ...reach, ca, ...session, topic, message, qos, ...end } },
  pub: {
    ...PLAIN,
    options: {
      ...reach,
      ...session,
      topic,
      message: { ...message, words: "messages", multiple: true },
      qos,
      retain: { words: "retain" },
      ...end,
    },
  },
  sub: {
    ...PLAIN,
    options: {
      ...reach,
      ...session,
      topic: { value: "FILTER", read: topicFilter, words: "filter", multiple: true },
      qos,
      ...end,
    },
  },
};
