import type { Properties } from "./packet";
import { MalformedPacket, type FieldReader } from "./reader";

type Shape = "byte" | "uint16" | "uint32" | "variable" | "string" | "binary" | "pair";

/** Every property of MQTT 5 (clause 2.2.2.2) with its shape: those not read still have to be passed over. */
const SHAPES: Readonly<Record<number, Shape>> = {
  0x01: "byte",
  0x02: "uint32",
  0x03: "string",
  0x08: "string",
  0x09: "binary",
  0x0b: "variable",
  0x11: "uint32",
  0x12: "string",
  0x13: "uint16",
  0x15: "string",
  0x16: "binary",
  0x17: "byte",
  0x18: "uint32",
  0x19: "byte",
  0x1a: "string",
  0x1c: "string",
  0x1f: "string",
  0x21: "uint16",
  0x22: "uint16",
  0x23: "uint16",
  0x24: "byte",
  0x25: "byte",
  0x26: "pair",
  0x27: "uint32",
  0x28: "byte",
  0x29: "byte",
  0x2a: "byte",
};

/** Reads a property block: its length, then its properties. */
export function readProperties(fields: FieldReader): Properties {
  const end = fields.variable("property length");
  if (end > fields.left) throw new MalformedPacket("properties are longer than the packet");
  const stop = fields.left - end;
  const found: { -readonly [K in keyof Properties]: Properties[K] } = {};
  while (fields.left > stop) {
    const id = fields.variable("property identifier");
    const shape = SHAPES[id];
    if (shape === undefined) throw new MalformedPacket(`property ${id} does not exist`);
    const value = readValue(fields, shape);
    if (id === 0x24) found.maximumQoS = Number(value);
    if (id === 0x25) found.retainAvailable = value === 1;
    if (id === 0x27) found.maximumPacketSize = Number(value);
    if (id === 0x28) found.wildcardAvailable = value === 1;
    if (id === 0x12) found.assignedClientId = String(value);
    if (id === 0x13) found.serverKeepAlive = Number(value);
    if (id === 0x1f) found.reasonString = String(value);
  }
  if (fields.left !== stop) throw new MalformedPacket("a property runs past the end of its block");
  return found;
}

function readValue(fields: FieldReader, shape: Shape): number | string {
  switch (shape) {
    case "byte":
      return fields.byte("property");
    case "uint16":
      return fields.uint16("property");
    case "uint32":
      return fields.uint32("property");
    case "variable":
      return fields.variable("property");
    case "string":
      return fields.string("property");
    case "binary":
      return fields.binary("property").toString("hex");
    case "pair":
      return `${fields.string("property name")}=${fields.string("property value")}`;
  }
}
