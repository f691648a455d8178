/** The sheet's display filters, and which frames each must select. */
import { type Frame } from "../../src/evidence/wire/capture/frames";
import { PACKET_TYPES, type PacketType } from "../../src/evidence/wire/mqtt/packet";
import { CERTIFICATE, CLIENT_HELLO, SERVER_HELLO } from "../../src/evidence/wire/tls/message";
import { APPLICATION_DATA } from "../../src/evidence/wire/tls/records";
import { phrase, type Text } from "../../src/words/text";
import type { CaptureFacts } from "./capture-facts";

export interface SheetFilter {
  /** Claim that holds tshark's selection against the journal. */
  readonly id: string;
  /** As the sheet writes it, or combines it. */
  readonly filter: string;
  /** What it selects, as the end of a sentence. */
  readonly what: Text;
  readonly needs?: readonly string[];
  selects(frame: Frame, facts: CaptureFacts): boolean;
}

const PLAIN = 1883;
const TLS = 8883;

const onPort = (port: number) => (frame: Frame) => frame.segment.ports.broker === port;
const isTls = ({ entry }: Frame) => entry?.source === "tls";

/** A packet of that type that the tap saw, outside TLS. */
function isPacket({ entry }: Frame, type?: PacketType): boolean {
  if (entry?.source !== "wire" || entry.event !== "packet") return false;
  return type === undefined || entry.packet.type === type;
}

/** The 14 types of the sheet's figure 1. */
const FIGURE_1 = Object.entries(PACKET_TYPES).filter(([, type]) => type !== "AUTH");

const NEEDS: Readonly<Partial<Record<PacketType, readonly string[]>>> = {
  PUBACK: ["qos1"],
  PUBREC: ["qos2"],
  PUBREL: ["qos2"],
  PUBCOMP: ["qos2"],
};

const types = FIGURE_1.map(([number, type]): SheetFilter => ({
  id: `msgtype-${number}`,
  filter: `mqtt.msgtype == ${number}`,
  what: { en: `each ${type}`, fr: `chaque ${type}` },
  ...(NEEDS[type] === undefined ? {} : { needs: NEEDS[type] }),
  selects: (frame) => isPacket(frame, type),
}));

const general: readonly SheetFilter[] = [
  {
    id: "mqtt",
    filter: "mqtt",
    what: { en: "every MQTT packet that is not inside TLS", fr: "chaque paquet MQTT qui n’est pas dans TLS" },
    selects: (frame) => isPacket(frame),
  },
  {
    id: "port-1883",
    filter: "tcp.port == 1883",
    what: {
      en: "everything on the plain port, TCP’s own segments included",
      fr: "tout ce qui passe par le port en clair, y compris les segments propres à TCP",
    },
    selects: onPort(PLAIN),
  },
  {
    id: "port-8883",
    filter: "tcp.port == 8883",
    what: {
      en: "everything on the TLS port, TCP’s own segments included",
      fr: "tout ce qui passe par le port TLS, y compris les segments propres à TCP",
    },
    selects: onPort(TLS),
  },
  {
    id: "either-port",
    filter: "tcp.port == 1883 || tcp.port == 8883",
    what: { en: "everything on either port", fr: "tout ce qui passe par l’un des deux ports" },
    selects: (frame) => onPort(PLAIN)(frame) || onPort(TLS)(frame),
  },
];

const tls: readonly SheetFilter[] = [
  {
    id: "tls",
    filter: "tls",
    what: { en: "every TLS record", fr: "chaque enregistrement TLS" },
    selects: isTls,
  },
  {
    id: "client-hello",
    filter: "tls.handshake.type == 1",
    what: { en: "each ClientHello", fr: "chaque ClientHello" },
    selects: (frame, facts) => facts.shows(frame, CLIENT_HELLO),
  },
  {
    id: "server-hello",
    filter: "tls.handshake.type == 2",
    what: { en: "each ServerHello", fr: "chaque ServerHello" },
    selects: (frame, facts) => facts.shows(frame, SERVER_HELLO),
  },
  {
    id: "certificate",
    filter: "tls.handshake.type == 11",
    what: {
      en: "the Certificate of TLS 1.2, and nothing of TLS 1.3, where it is encrypted",
      fr: "le Certificate de TLS 1.2, et rien de TLS 1.3, où il est chiffré",
    },
    selects: (frame, facts) => facts.shows(frame, CERTIFICATE),
  },
  {
    id: "application-data",
    filter: "tls.record.content_type == 23",
    what: {
      en: "the Application Data of TLS 1.2, and nothing of TLS 1.3, whose records have an opaque type",
      fr: "les Application Data de TLS 1.2, et rien de TLS 1.3, dont les enregistrements ont un type opaque",
    },
    selects: (frame, facts) => facts.recordType(frame) === APPLICATION_DATA && !facts.isTls13(frame),
  },
  {
    id: "application-data-1.3",
    filter: "tls.record.content_type == 23 || tls.record.opaque_type == 23",
    what: {
      en: "the Application Data of both versions",
      fr: "les Application Data des deux versions",
    },
    selects: (frame, facts) => facts.recordType(frame) === APPLICATION_DATA,
  },
];

const combined: readonly SheetFilter[] = [
  {
    id: "and",
    filter: "tcp.port == 1883 && mqtt.msgtype == 3",
    what: { en: "each PUBLISH on the plain port", fr: "chaque PUBLISH sur le port en clair" },
    selects: (frame) => onPort(PLAIN)(frame) && isPacket(frame, "PUBLISH"),
  },
  {
    id: "and-nothing",
    filter: "tcp.port == 8883 && mqtt",
    what: {
      en: "nothing: without the keys no MQTT can be read on the TLS port",
      fr: "rien : sans les clés, aucun MQTT n’est lisible sur le port TLS",
    },
    selects: (frame) => onPort(TLS)(frame) && isPacket(frame),
  },
  {
    id: "or",
    filter: "mqtt.msgtype == 8 || mqtt.msgtype == 9",
    what: { en: "each SUBSCRIBE and each SUBACK", fr: "chaque SUBSCRIBE et chaque SUBACK" },
    selects: (frame) => isPacket(frame, "SUBSCRIBE") || isPacket(frame, "SUBACK"),
  },
  {
    id: "or-hellos",
    filter: "tcp.port == 8883 && (tls.handshake.type == 1 || tls.handshake.type == 2)",
    what: { en: "each ClientHello and each ServerHello", fr: "chaque ClientHello et chaque ServerHello" },
    selects: (frame, facts) => facts.shows(frame, CLIENT_HELLO) || facts.shows(frame, SERVER_HELLO),
  },
];

/** What a capture shows to who has no keys, as students do. */
export const FILTERS: readonly SheetFilter[] = [
  ...[...general, ...types, ...tls, ...combined].map(needingTls),
];

/** Without a TLS port such a filter would select nothing, and prove nothing. */
function needingTls(sheet: SheetFilter): SheetFilter {
  return /tls|8883/.test(sheet.filter) ? { ...sheet, needs: ["tls"] } : sheet;
}

/** With the keys: what TLS 1.3 hid comes to light. */
export const DECRYPTED = {
  certificate: "tls.handshake.type == 11",
  mqtt: "mqtt && tcp.port == 8883",
} as const;

export const selectsWhat = (filter: SheetFilter): Text =>
  phrase`${{ en: `“${filter.filter}” selects `, fr: `« ${filter.filter} » sélectionne ` }}${filter.what}`;
