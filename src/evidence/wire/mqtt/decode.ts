/** Decodes one framed control packet. Nothing is corrected and nothing is refused that can be told apart. */
import { PACKET_TYPES, type Ack, type Connack, type Connect, type Level, type Packet } from "./packet";
import { readProperties } from "./properties";
import { FieldReader, MalformedPacket } from "./reader";

/**
 * @param bytes one whole packet, fixed header included, as a `Framer` cuts it
 * @param level protocol level of the connection's CONNECT: MQTT 5 adds properties to nearly every packet
 * @returns the packet; `MALFORMED`, with the reason, when its fields do not fit its length
 */
export function decode(bytes: Buffer, level: Level): Packet {
  const first = bytes[0] ?? 0;
  const header = { flags: first & 0x0f, length: bytes.length };
  try {
    return decodeBody(first >> 4, header, bytes, level);
  } catch (error) {
    if (error instanceof MalformedPacket) return { type: "MALFORMED", ...header, why: error.message };
    throw error;
  }
}

type Header = { readonly flags: number; readonly length: number };

function decodeBody(number: number, header: Header, bytes: Buffer, level: Level): Packet {
  const type = PACKET_TYPES[number as keyof typeof PACKET_TYPES] as (typeof PACKET_TYPES)[1] | undefined;
  if (type === undefined) throw new MalformedPacket(`packet type ${number} does not exist`);
  const fields = new FieldReader(bytes);
  fields.byte("fixed header");
  fields.variable("remaining length");
  const packet = decodeFields(number as keyof typeof PACKET_TYPES, header, fields, level);
  fields.end();
  return packet;
}

function decodeFields(
  number: keyof typeof PACKET_TYPES,
  header: Header,
  fields: FieldReader,
  level: Level,
): Packet {
  switch (number) {
    case 1:
      return decodeConnect(header, fields);
    case 2:
      return decodeConnack(header, fields);
    case 3:
      return decodePublish(header, fields, level);
    case 4:
    case 5:
    case 6:
    case 7:
      return decodeAck(PACKET_TYPES[number], header, fields);
    case 8:
    case 10:
      return decodeSubscription(number, header, fields, level);
    case 9:
    case 11: {
      const packetId = fields.uint16("packet identifier");
      if (level === 5) readProperties(fields);
      const codes = [...fields.rest()];
      if (number === 9) return { type: "SUBACK", ...header, packetId, codes };
      return { type: "UNSUBACK", ...header, packetId, ...(level === 5 ? { codes } : {}) };
    }
    case 12:
      return { type: "PINGREQ", ...header };
    case 13:
      return { type: "PINGRESP", ...header };
    case 14:
    case 15: {
      const type = PACKET_TYPES[number];
      if (level !== 5 || fields.left === 0) return { type, ...header };
      const code = fields.byte("reason code");
      if (fields.left > 0) readProperties(fields);
      return { type, ...header, code };
    }
  }
}

function decodeConnect(header: Header, fields: FieldReader): Connect {
  const protocolName = fields.string("protocol name");
  // Mosquitto bridges set the top bit of the level.
  const level = fields.byte("protocol level") & 0x7f;
  const flags = fields.byte("connect flags");
  const keepAlive = fields.uint16("keep alive");
  if (level === 5) readProperties(fields);
  const clientId = fields.string("client identifier");
  const hasWill = (flags & 0x04) !== 0;
  if (hasWill && level === 5) readProperties(fields);
  const will = hasWill
    ? {
        topic: fields.string("will topic"),
        payload: fields.binary("will message"),
        qos: (flags >> 3) & 3,
        retain: (flags & 0x20) !== 0,
      }
    : undefined;
  const username = (flags & 0x80) !== 0 ? fields.string("user name") : undefined;
  const hasPassword = (flags & 0x40) !== 0;
  if (hasPassword) fields.binary("password");
  return {
    type: "CONNECT",
    ...header,
    protocolName,
    level,
    cleanSession: (flags & 0x02) !== 0,
    keepAlive,
    clientId,
    ...(will ? { will } : {}),
    ...(username === undefined ? {} : { username }),
    hasPassword,
  };
}

function decodeConnack(header: Header, fields: FieldReader): Connack {
  const sessionPresent = (fields.byte("connect acknowledge flags") & 0x01) !== 0;
  const code = fields.byte("return code");
  // A broker that refuses the protocol level may answer in the shape of either version, whatever was asked for.
  const properties = fields.left > 0 ? readProperties(fields) : undefined;
  return { type: "CONNACK", ...header, sessionPresent, code, ...(properties ? { properties } : {}) };
}

function decodePublish(header: Header, fields: FieldReader, level: Level): Packet {
  const qos = (header.flags >> 1) & 3;
  const topic = fields.string("topic name");
  const packetId = qos > 0 ? fields.uint16("packet identifier") : undefined;
  if (level === 5) readProperties(fields);
  return {
    type: "PUBLISH",
    ...header,
    dup: (header.flags & 8) !== 0,
    qos,
    retain: (header.flags & 1) !== 0,
    topic,
    ...(packetId === undefined ? {} : { packetId }),
    payload: fields.rest(),
  };
}

function decodeAck(type: Ack["type"], header: Header, fields: FieldReader): Ack {
  const packetId = fields.uint16("packet identifier");
  if (fields.left === 0) return { type, ...header, packetId };
  const code = fields.byte("reason code");
  if (fields.left > 0) readProperties(fields);
  return { type, ...header, packetId, code };
}

function decodeSubscription(number: 8 | 10, header: Header, fields: FieldReader, level: Level): Packet {
  const packetId = fields.uint16("packet identifier");
  if (level === 5) readProperties(fields);
  if (number === 10) {
    const filters: string[] = [];
    while (fields.left > 0) filters.push(fields.string("topic filter"));
    return { type: "UNSUBSCRIBE", ...header, packetId, filters };
  }
  const filters: { filter: string; qos: number }[] = [];
  while (fields.left > 0) {
    const filter = fields.string("topic filter");
    const options = fields.byte("requested QoS");
    filters.push({ filter, qos: level === 5 ? options & 3 : options });
  }
  return { type: "SUBSCRIBE", ...header, packetId, filters };
}
