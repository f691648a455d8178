/** ClientHello (RFC 8446, section 4.1.2; RFC 5246, section 7.4.1.2): what the client offers. */
import { codes, EXTENSION, Extensions, type Extension } from "./extensions";
import type { TlsFields } from "./fields";
import { cipherSuite, group, isGrease, signatureScheme, version, type Code } from "./names";

export interface KeyShare {
  readonly group: Code;
  /** Bytes of the public key. */
  readonly length: number;
}

export interface ClientHello {
  /** Always TLS 1.2 where TLS 1.3 is offered: `supportedVersions` has the truth. */
  readonly legacyVersion: Code;
  /** 32 bytes */
  readonly random: Buffer;
  readonly sessionId: Buffer;
  /** In the client's order of preference, GREASE included; so are all the lists. */
  readonly cipherSuites: readonly Code[];
  /** 0 is none. */
  readonly compressionMethods: readonly number[];
  readonly extensions: readonly Extension[];
  /** SNI (RFC 6066, section 3). */
  readonly serverName?: string;
  /** Of the extension; empty where the client has none. */
  readonly supportedVersions: readonly Code[];
  readonly supportedGroups: readonly Code[];
  readonly keyShares: readonly KeyShare[];
  readonly signatureAlgorithms: readonly Code[];
  readonly alpn: readonly string[];
  /** Offers to resume a session of TLS 1.3. */
  readonly preSharedKey: boolean;
  readonly earlyData: boolean;
}

/** @throws MalformedTls */
export function readClientHello(fields: TlsFields): ClientHello {
  const head = {
    legacyVersion: version(fields.uint16("legacy version")),
    random: fields.take(32, "random"),
    sessionId: fields.opaque(1, "session id"),
    cipherSuites: codes(fields, 2, "cipher suites", cipherSuite),
    compressionMethods: [...fields.opaque(1, "compression methods")],
  };
  const extensions = Extensions.read(fields);
  fields.end("the extensions");
  const serverName = extensions.content(EXTENSION.serverName, readServerName);
  return {
    ...head,
    extensions: extensions.list,
    ...(serverName === undefined ? {} : { serverName }),
    ...offers(extensions),
    preSharedKey: extensions.has(EXTENSION.preSharedKey),
    earlyData: extensions.has(EXTENSION.earlyData),
  };
}

/** The highest version that is offered; GREASE is none. */
export function highestVersion({ supportedVersions, legacyVersion }: ClientHello): Code {
  const real = supportedVersions.filter(({ grease }) => grease !== true);
  return real.reduce((best, one) => (one.id > best.id ? one : best), real[0] ?? legacyVersion);
}

function offers(extensions: Extensions) {
  const list = (id: number, lengthBytes: 1 | 2, name: (id: number) => Code) =>
    extensions.content(id, (fields) => codes(fields, lengthBytes, "list", name)) ?? [];
  return {
    supportedVersions: list(EXTENSION.supportedVersions, 1, version),
    supportedGroups: list(EXTENSION.supportedGroups, 2, group),
    signatureAlgorithms: list(EXTENSION.signatureAlgorithms, 2, signatureScheme),
    keyShares: extensions.content(EXTENSION.keyShare, readKeyShares) ?? [],
    alpn: extensions.content(EXTENSION.alpn, readAlpn) ?? [],
  };
}

const HOST_NAME = 0;

function readServerName(fields: TlsFields): string | undefined {
  const names = fields.vector(2, "list").all((one) => ({
    type: one.uint8("name type"),
    name: one.opaque(2, "name").toString("latin1"),
  }));
  return names.find(({ type }) => type === HOST_NAME)?.name;
}

function readKeyShares(fields: TlsFields): readonly KeyShare[] {
  return fields.vector(2, "list").all((one) => ({
    group: group(one.uint16("group")),
    length: one.opaque(2, "key").length,
  }));
}

/** Protocols are bytes that mostly are ASCII (RFC 7301, section 3.1). */
function readAlpn(fields: TlsFields): readonly string[] {
  return fields.vector(2, "list").all((one) => {
    const name = one.opaque(1, "protocol");
    if (name.length === 2 && isGrease(name.readUInt16BE())) return `GREASE 0x${name.toString("hex")}`;
    return name.toString("latin1");
  });
}
