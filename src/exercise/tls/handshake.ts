/** A TLS client that verifies the broker, and writes down what its library says of it. */
import { isIP } from "node:net";
import { checkServerIdentity, connect, type SecureVersion, type TLSSocket } from "node:tls";
import type { Address, TlsAccess } from "../../target/target";
import { phrase, type Text } from "../../words/text";
import { NotSeen, within } from "../wait";
import { alertFor } from "./alerts";
import { reasonOf } from "./reason";
import { TcpUnderTls } from "./socket";

/** What a client wants of TLS, besides what the target says of itself. */
export interface TlsOptions {
  /** Name or address that the certificate must bear, instead of the target's. */
  readonly name?: string;
  /** PEM of what the client trusts, instead of what the target hands out; `system`: only the system's authorities. */
  readonly trust?: string;
  /** Highest version offered; TLS 1.3 unless told otherwise. */
  readonly maxVersion?: SecureVersion;
  /** Looks at a certificate also where the library’s own security level would refuse it unseen. */
  readonly lenient?: boolean;
}

/** Milliseconds for a handshake: a busy machine takes its time for the arithmetic. */
const HANDSHAKE_BOUND = 5000;

/** OpenSSL refuses versions before 1.2 by itself unless its security level is lowered: here the broker shall refuse. */
const EVEN_OLD = "DEFAULT:@SECLEVEL=0";

/** An entry without its place. */
export type TlsNote = (
  entry:
    | { event: "established"; version: string; cipher: string; name: string; certificate: Buffer }
    | { event: "refused"; code: string; text: string; certificate?: Buffer }
    | { event: "secret"; text: string },
) => void;

/**
 * Connects and verifies. Resolves with the socket, ready for MQTT.
 * @param note writes down what happens, in the journal
 * @throws NotSeen when the handshake does not succeed, whoever ended it
 */
export async function secure(
  address: Address,
  access: TlsAccess,
  options: TlsOptions,
  role: string,
  note: TlsNote,
): Promise<TLSSocket> {
  const name = options.name ?? access.name;
  const tcp = new TcpUnderTls(address);
  const socket = connect({ socket: tcp, ...settings(name, access, options) });
  socket.on("keylog", (line) => {
    note({ event: "secret", text: line.toString().trimEnd() });
  });
  // Its own close is not seen where the socket under it is not the system's.
  tcp.once("close", () => socket.destroy());
  const what = handshakeOf(role);
  let accepted = false;
  const done = new Promise<void>((resolve, reject) => {
    const refuse = (code: string, text: string) => {
      note({ event: "refused", code, text, ...certificateOf(socket) });
      tcp.refuse(alertFor(code));
      socket.destroy();
      reject(new NotSeen(phrase`${what} (${code})`));
    };
    socket.once("secureConnect", () => {
      const code = whyNot(socket);
      if (code !== undefined) {
        refuse(code, wordsOf(code, name, socket));
        return;
      }
      accepted = true;
      note({ event: "established", ...facts(socket), name });
      resolve();
    });
    // Kept for the socket's whole life: an error without a listener would end the process.
    socket.on("error", (error: NodeJS.ErrnoException) => {
      const { code = "" } = error;
      // Once it is established, only an alert is about the handshake: TLS 1.3 lets a broker refuse that late.
      if (accepted && !code.startsWith("ERR_SSL_")) return;
      refuse(code, reasonOf(error));
    });
    socket.once("close", () => {
      reject(new NotSeen(what));
    });
  });
  try {
    await within(done, what, HANDSHAKE_BOUND);
  } catch (error) {
    await within(tcp.gone, what).catch(() => tcp.destroy());
    throw error;
  }
  return socket;
}

function settings(name: string, access: TlsAccess, { trust, maxVersion, lenient }: TlsOptions) {
  const ca = trust === "system" ? undefined : (trust ?? access.certificate);
  return {
    // Node verifies all the same, and leaves the verdict to us: by itself it would forget the certificate that it refuses.
    rejectUnauthorized: false,
    // RFC 6066, section 3: an address is no server name.
    host: name,
    ...(isIP(name) === 0 ? { servername: name } : {}),
    ...(ca === undefined ? {} : { ca }),
    ...(maxVersion === undefined ? {} : { maxVersion }),
    ...(lenient ? { ciphers: EVEN_OLD } : {}),
    ...(maxVersion === "TLSv1" || maxVersion === "TLSv1.1"
      ? { minVersion: "TLSv1" as const, ciphers: EVEN_OLD }
      : {}),
  };
}

/** Node's word for why the broker is not to be trusted; undefined when it is. */
function whyNot(socket: TLSSocket): string | undefined {
  if (socket.authorized) return undefined;
  // A string, whatever the types say (Node 20 to 26).
  return String(socket.authorizationError);
}

function wordsOf(code: string, name: string, socket: TLSSocket): string {
  if (code !== "ERR_TLS_CERT_ALTNAME_INVALID") return code;
  return checkServerIdentity(name, socket.getPeerCertificate())?.message ?? code;
}

function facts(socket: TLSSocket): { version: string; cipher: string; certificate: Buffer } {
  return {
    version: socket.getProtocol() ?? "",
    cipher: socket.getCipher().standardName,
    certificate: certificateOf(socket).certificate ?? Buffer.alloc(0),
  };
}

function certificateOf(socket: TLSSocket): { certificate?: Buffer } {
  // Null once the socket is destroyed, and empty before a certificate came: more than the types say.
  const peer = socket.getPeerCertificate() as { raw?: Buffer } | null;
  return peer?.raw === undefined ? {} : { certificate: peer.raw };
}

function handshakeOf(role: string): Text {
  return { en: `the TLS handshake of “${role}”`, fr: `la négociation TLS de « ${role} »` };
}
