/** Certificates: those that Node trusts, with defects. */
import fc from "fast-check";
import { rootCertificates } from "node:tls";
import { MalformedTls } from "../../../src/evidence/wire/tls/fields";
import { certificateFacts, type CertificateFacts } from "../../../src/evidence/wire/tls/x509";
import { mutated, randomBytes } from "../bytes";
import { must } from "../checks";
import { target } from "../target";

const REAL = rootCertificates.map((pem) => Buffer.from(pem.replace(/-----[A-Z ]+-----|\s/g, ""), "base64"));

const inputs = fc.oneof(
  { arbitrary: mutated(fc.constantFrom(...REAL)), weight: 9 },
  { arbitrary: randomBytes(200), weight: 1 },
);

export const certificate = target("certificates", 2, inputs, (der) => {
  const facts = read(der);
  if (facts === undefined) return;
  must(
    facts.names.every((name) => typeof name === "string"),
    "a name that is no text",
  );
  must(!Number.isNaN(facts.notBefore.getTime() + facts.notAfter.getTime()), "a date that is none");
  must(facts.issuedBy(der) === facts.selfSigned, "self-signed, and not by itself");
});

/** Undefined for what is no certificate, which is said by one kind of error only. */
function read(der: Buffer): CertificateFacts | undefined {
  try {
    return certificateFacts(der);
  } catch (error) {
    if (error instanceof MalformedTls) return undefined;
    throw error;
  }
}
