import { readFileSync } from "node:fs";
import type * as X509 from "@peculiar/x509";
import { reflectWithMetadata } from "./metadata";

let loaded: typeof X509 | undefined;

/**
 * @peculiar/x509, loaded on first use, and as its bundle for browsers: one file, there in 40 ms, where the package's own
 * entry loads some three hundred in 130. Every run on a broker of its own would wait for them.
 */
export function x509(): typeof X509 {
  return (loaded ??= load());
}

function load(): typeof X509 {
  const source = readFileSync(require.resolve("@peculiar/x509/build/x509.js"), "utf8");
  // It declares a variable, as scripts of web pages do, and must share our Date and our arrays, as it would there.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- a file of a package, as require would run it
  const script = new Function("Reflect", `${source}\nreturn x509;`) as (reflect: object) => typeof X509;
  return script(reflectWithMetadata());
}
