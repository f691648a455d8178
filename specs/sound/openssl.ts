/** What OpenSSL itself makes or settles, as an administrator would: chains of certificates, and the system's settings. */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { CertifiedKey } from "../../certs";
import { findMosquitto } from "../../src/target/mosquitto/binary";
import { startNative, type NativeOptions } from "../../src/target/native";
import { temporaryFolder } from "../../src/exercise/temporary";
import { TargetError, type Target } from "../../src/target/target";

const run = promisify(execFile);

export interface Chain {
  /** The server's certificate, the intermediate one behind it, and the server's key. */
  readonly served: CertifiedKey;
  /** Of the root, which is what clients get. */
  readonly root: string;
}

const AUTHORITY = [
  "-addext",
  "basicConstraints=critical,CA:TRUE",
  "-addext",
  "keyUsage=critical,keyCertSign",
];
const SERVER = ["-addext", "basicConstraints=critical,CA:FALSE", "-addext", "subjectAltName=DNS:localhost"];

/** Root, intermediate, server. */
export async function chainOfThree(): Promise<Chain> {
  await using folder = await temporaryFolder();
  const file = (name: string) => join(folder.path, name);
  const make = async (name: string, issuer: string | undefined, extensions: readonly string[]) => {
    const key = [
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:P-256",
      "-noenc",
      "-keyout",
      file(`${name}.key`),
    ];
    const signer =
      issuer === undefined ? [] : ["-CA", file(`${issuer}.crt`), "-CAkey", file(`${issuer}.key`)];
    const about = ["-subj", `/CN=${name}`, "-days", "30", "-out", file(`${name}.crt`)];
    await run("openssl", ["req", "-x509", ...key, ...signer, ...about, ...extensions]);
  };
  await make("root", undefined, AUTHORITY);
  await make("intermediate", "root", AUTHORITY);
  await make("server", "intermediate", SERVER);
  const read = (name: string) => readFile(file(name), "utf8");
  const certificate = (await read("server.crt")) + (await read("intermediate.crt"));
  return { served: { certificate, key: await read("server.key") }, root: await read("root.crt") };
}

/** A broker on a machine whose administrator has set OpenSSL for every program: `Groups = P-384`. */
export async function underOpenssl(
  settings: readonly string[],
  options: NativeOptions = {},
): Promise<Target> {
  const binary = await findMosquitto();
  if (binary === undefined) throw new TargetError({ en: "no mosquitto here", fr: "pas de mosquitto ici" });
  await using folder = await temporaryFolder();
  const [config, program] = [join(folder.path, "openssl.cnf"), join(folder.path, "mosquitto")];
  const sections = [
    "openssl_conf = all",
    "[all]",
    "ssl_conf = ssl",
    "[ssl]",
    "system_default = tls",
    "[tls]",
  ];
  await writeFile(config, [...sections, ...settings, ""].join("\n"));
  const script = ["#!/bin/sh", `OPENSSL_CONF='${config}' exec '${binary.path}' "$@"`, ""];
  await writeFile(program, script.join("\n"), { mode: 0o700 });
  // The broker reads both before it listens.
  return await startNative({ ...options, binary: { ...binary, path: program } });
}
