/** A TLS record in one line, for people: in the words of the protocol, which are the same in every language. */
import { alertOf } from "./alert";
import { highestVersion, type ClientHello } from "./client-hello";
import {
  CERTIFICATE,
  CLIENT_HELLO,
  MESSAGE_HEADER,
  messageLength,
  readMessage,
  SERVER_HELLO,
} from "./message";
import type { Message } from "./message";
import { handshakeType, isHandshakeType } from "./names";
import { ALERT, APPLICATION_DATA, CHANGE_CIPHER_SPEC, HANDSHAKE, RECORD_HEADER } from "./records";
import type { ServerHello } from "./server-hello";

/**
 * `Handshake ClientHello (TLS 1.3, SNI localhost), 512 bytes`, `Alert fatal unknown_ca`. Control characters, which a peer
 * may well send in a name, are written as `\u0000`: they would act on a terminal.
 * @param raw one record, header included (RFC 8446, section 5.1)
 */
export function describeRecord(raw: Buffer): string {
  return words(raw).replace(/\p{Cc}/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function words(raw: Buffer): string {
  const bytes = `${Math.max(raw.length - RECORD_HEADER, 0)} bytes`;
  switch (raw[0]) {
    case CHANGE_CIPHER_SPEC:
      return "Change Cipher Spec";
    case ALERT: {
      const alert = alertOf(raw);
      return alert === undefined ? `Alert (encrypted), ${bytes}` : `Alert ${alert.level} ${alert.name}`;
    }
    case HANDSHAKE:
      return `Handshake ${handshake(raw.subarray(RECORD_HEADER))}, ${bytes}`;
    case APPLICATION_DATA:
      return `Application Data, ${bytes}`;
    default:
      return `Record of type ${raw[0] ?? "?"}, ${bytes}`;
  }
}

/** A record by itself does not say whether it is encrypted: only messages that fill it exactly are believed. */
function handshake(fragment: Buffer): string {
  const messages: Message[] = [];
  for (let offset = 0; offset < fragment.length;) {
    const length = messageLength(fragment, offset);
    if (length === undefined || !isHandshakeType(fragment.readUInt8(offset))) return OPAQUE;
    if (offset + length > fragment.length)
      return messages.length === 0 ? beginning(fragment, length) : OPAQUE;
    messages.push(readMessage(fragment.subarray(offset, offset + length)));
    offset += length;
  }
  return messages.map(message).join(", ") || "(empty)";
}

const OPAQUE = "(encrypted, or part of a message)";

/** What is encrypted is not taken for the beginning of one of these, or only once in millions of times. */
function beginning(fragment: Buffer, length: number): string {
  const type = fragment.readUInt8();
  const likely = [CLIENT_HELLO, SERVER_HELLO, CERTIFICATE].includes(type) && length <= 0xffff;
  return likely ? `${handshakeType(type)} (its first ${fragment.length - MESSAGE_HEADER} bytes)` : OPAQUE;
}

function message({ name, clientHello, serverHello, certificates, malformed }: Message): string {
  const said =
    (malformed === undefined ? undefined : `malformed: ${malformed}`) ??
    (clientHello && offered(clientHello)) ??
    (serverHello && chosen(serverHello)) ??
    (certificates && `${certificates.length} ${certificates.length === 1 ? "certificate" : "certificates"}`);
  return said === undefined ? name : `${name} (${said})`;
}

function offered(hello: ClientHello): string {
  const name = hello.serverName === undefined ? "no SNI" : `SNI ${hello.serverName}`;
  return `${highestVersion(hello).name}, ${name}`;
}

function chosen({ selectedVersion, cipherSuite, keyShare, helloRetryRequest }: ServerHello): string {
  const asked = helloRetryRequest && keyShare !== undefined ? [keyShare.name] : [cipherSuite.name];
  return [selectedVersion.name, ...asked].join(", ");
}
