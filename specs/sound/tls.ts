/** Correct brokers whose TLS is unusual. */
import { authority, LOCAL_NAMES, selfSigned, signedBy } from "../../certs";
import { startNative, type NativeOptions } from "../../src/target/native";
import type { Target, TlsAccess } from "../../src/target/target";
import { withTlsFault } from "../faults/tls/set-up";
import { terminator } from "../faults/tls/terminator";
import { behindLink, inPieces, slow } from "./link";
import { chainOfThree, underOpenssl } from "./openssl";
import { overTls, type Trial } from "./trial";

/** What a client is told of the broker, where it is not what the target says by itself. */
type Told = Partial<Pick<TlsAccess, "name" | "certificate">>;

function trial(id: string, start: () => Promise<Target>, told: Told = {}): Trial {
  return {
    id: `TLS, ${id}`,
    async run() {
      await using broker = await start();
      return await overTls(telling(broker, told));
    },
  };
}

const native = (options: NativeOptions) => () => startNative(options);

function telling(broker: Target, told: Told): Target {
  if (broker.tls === undefined) throw new Error("these brokers have a TLS port");
  const stop = () => broker[Symbol.asyncDispose]();
  return { ...broker, tls: { ...broker.tls, ...told }, [Symbol.asyncDispose]: stop };
}

/** Clients get the authority's certificate, which the broker does not show. */
async function signedByAuthority(): Promise<Target> {
  const house = await authority("Authority of the house");
  const certificate = await signedBy(house, { names: LOCAL_NAMES });
  return telling(await startNative({ certificate }), { certificate: house.certificate });
}

async function withIntermediate(): Promise<Target> {
  const { served, root } = await chainOfThree();
  return telling(await startNative({ certificate: served }), { certificate: root });
}

async function certified(options: Parameters<typeof selfSigned>[0]): Promise<Target> {
  return startNative({ certificate: await selfSigned(options) });
}

const MANY = ["broker.example", "*.broker.example", "10.0.0.1", ...LOCAL_NAMES, "mqtt.example"];

export const overUnusualTls: readonly Trial[] = [
  trial("1.3 only", native({ tlsConfig: ["tls_version tlsv1.3"] })),
  trial("a certificate signed by an authority that is handed out", signedByAuthority),
  trial("an intermediate authority", withIntermediate),
  trial("RSA with 2048 bits", () => certified({ names: LOCAL_NAMES, key: "rsa2048" })),
  trial("RSA with 4096 bits", () => certified({ names: LOCAL_NAMES, key: "rsa4096" })),
  trial("many names", () => certified({ names: MANY })),
  trial("asked for by its address", native({}), { name: "127.0.0.1" }),
  trial("asked for by its IPv6 address", native({}), { name: "::1" }),
  trial("asked for in capitals", native({}), { name: "LOCALHOST" }),
  trial("one cipher suite of TLS 1.2", native({ tlsConfig: ["ciphers ECDHE-ECDSA-AES128-GCM-SHA256"] })),
  trial(
    "one cipher suite of TLS 1.3",
    native({ tlsConfig: ["ciphers_tls1.3 TLS_CHACHA20_POLY1305_SHA256"] }),
  ),
  trial(
    "client certificates possible",
    native({ tlsConfig: ["require_certificate false", "cafile mosquitto.crt"] }),
  ),
  trial("one group, for which no client sends a key at first", () => underOpenssl(["Groups = P-384"])),
  trial("no session tickets", () => underOpenssl(["Options = -SessionTicket"])),
  trial("the server's preference counts", () =>
    underOpenssl(["Options = ServerPreference,PrioritizeChaCha"]),
  ),
  trial("a slow link", async () => behindLink(await startNative(), slow(100))),
  trial("records in pieces of 3 bytes", async () => behindLink(await startNative(), inPieces(3))),
  trial("ends before the broker, at a proxy", () => withTlsFault({ front: terminator() }, [])),
  trial("a proxy that accepts one group", () =>
    withTlsFault({ front: terminator({ ecdhCurve: "P-384" }) }, []),
  ),
];
