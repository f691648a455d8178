/** One handshake message and what is in it (RFC 8446, section 4; RFC 5246, section 7.4). */
import { readClientHello, type ClientHello } from "./client-hello";
import { MalformedTls, TlsFields } from "./fields";
import { handshakeType } from "./names";
import { readServerHello, type ServerHello } from "./server-hello";

export interface Message {
  readonly type: number;
  /** `ClientHello`, `HelloRetryRequest`; `0x63` for a type that does not exist. */
  readonly name: string;
  /** Header included. */
  readonly raw: Buffer;
  readonly clientHello?: ClientHello;
  /** Of a HelloRetryRequest too. */
  readonly serverHello?: ServerHello;
  /** What a Certificate message of TLS 1.2 and below holds: DER, the peer's own certificate first. */
  readonly certificates?: readonly Buffer[];
  /** Why none of the above could be read. */
  readonly malformed?: string;
}

/** Type and length. */
export const MESSAGE_HEADER = 4;
export const CLIENT_HELLO = 1;
export const SERVER_HELLO = 2;
export const CERTIFICATE = 11;

/** Bytes of the message that begins at `offset`, header included; undefined while its header is not complete. */
export function messageLength(bytes: Buffer, offset: number): number | undefined {
  return bytes.length - offset < MESSAGE_HEADER
    ? undefined
    : MESSAGE_HEADER + bytes.readUIntBE(offset + 1, 3);
}

/** @param raw one whole message, or the beginning of one that never became whole: at least its header */
export function readMessage(raw: Buffer): Message {
  const type = raw.readUInt8();
  const name = handshakeType(type);
  const length = messageLength(raw, 0) ?? 0;
  if (raw.length < length) {
    return { type, name, raw, malformed: `it ends after ${raw.length} of ${length} bytes` };
  }
  try {
    const content = contentOf(type, new TlsFields(raw.subarray(MESSAGE_HEADER)));
    return {
      type,
      name: content.serverHello?.helloRetryRequest === true ? "HelloRetryRequest" : name,
      raw,
      ...content,
    };
  } catch (error) {
    if (error instanceof MalformedTls) return { type, name, raw, malformed: error.message };
    throw error;
  }
}

function contentOf(
  type: number,
  body: TlsFields,
): Pick<Message, "clientHello" | "serverHello" | "certificates"> {
  if (type === CLIENT_HELLO) return { clientHello: readClientHello(body) };
  if (type === SERVER_HELLO) return { serverHello: readServerHello(body) };
  if (type === CERTIFICATE) return { certificates: readCertificates(body) };
  return {};
}

/** RFC 5246, section 7.4.2. In TLS 1.3 the message has another form, and is never in clear. */
function readCertificates(body: TlsFields): readonly Buffer[] {
  const chain = body.vector(3, "certificate list").all((one) => one.opaque(3, "certificate"));
  body.end("the list");
  return chain;
}
