/** ServerHello and HelloRetryRequest (RFC 8446, sections 4.1.3 and 4.1.4; RFC 5246, section 7.4.1.3): what was chosen. */
import { EXTENSION, Extensions, type Extension } from "./extensions";
import type { TlsFields } from "./fields";
import { cipherSuite, group, version, type Code } from "./names";

export interface ServerHello {
  /** TLS 1.2 where TLS 1.3 was selected. */
  readonly legacyVersion: Code;
  /** 32 bytes */
  readonly random: Buffer;
  readonly sessionId: Buffer;
  readonly cipherSuite: Code;
  readonly compressionMethod: number;
  readonly extensions: readonly Extension[];
  /** Of the extension, or the legacy one where the broker sent none. */
  readonly selectedVersion: Code;
  /** TLS 1.3 only; in a HelloRetryRequest the group that the client shall send a key for. */
  readonly keyShare?: Code;
  /** The broker resumes the session of TLS 1.3 that the client offered. */
  readonly preSharedKey: boolean;
  readonly helloRetryRequest: boolean;
  /** The broker knows a higher version than it selected, and says up to which one it came down (section 4.1.3). */
  readonly downgrade?: "TLS 1.2" | "TLS 1.1 or below";
}

/** The random of a HelloRetryRequest: SHA-256 of those words (section 4.1.3). */
export const RETRY = Buffer.from("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c", "hex");

/** The last eight bytes of the random. */
const DOWNGRADES = new Map([
  ["444f574e47524401", "TLS 1.2"],
  ["444f574e47524400", "TLS 1.1 or below"],
] as const);

/** @throws MalformedTls */
export function readServerHello(fields: TlsFields): ServerHello {
  const head = {
    legacyVersion: version(fields.uint16("legacy version")),
    random: fields.take(32, "random"),
    sessionId: fields.opaque(1, "session id"),
    cipherSuite: cipherSuite(fields.uint16("cipher suite")),
    compressionMethod: fields.uint8("compression method"),
  };
  const extensions = Extensions.read(fields);
  fields.end("the extensions");
  const helloRetryRequest = head.random.equals(RETRY);
  const selected = extensions.content(EXTENSION.supportedVersions, (one) => version(one.uint16("version")));
  const keyShare = extensions.content(EXTENSION.keyShare, (one) => readKeyShare(one, helloRetryRequest));
  const downgrade = DOWNGRADES.get(head.random.toString("hex", 24) as "444f574e47524401");
  return {
    ...head,
    extensions: extensions.list,
    selectedVersion: selected ?? head.legacyVersion,
    ...(keyShare === undefined ? {} : { keyShare }),
    preSharedKey: extensions.has(EXTENSION.preSharedKey),
    helloRetryRequest,
    ...(downgrade === undefined ? {} : { downgrade }),
  };
}

function readKeyShare(fields: TlsFields, helloRetryRequest: boolean): Code {
  const chosen = group(fields.uint16("group"));
  if (!helloRetryRequest) fields.opaque(2, "key");
  return chosen;
}
