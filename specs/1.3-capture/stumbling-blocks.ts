/** Where a student’s filter finds less than the sheet says, and what finds it: told with the run’s own numbers. */
import type { Scene } from "../../src/judge/scene";
import { same, type Text } from "../../src/words/text";
import { selection } from "./filter-claims";
import { CaptureFacts } from "./capture-facts";
import { DECRYPTED } from "./filters";

const CERTIFICATE = "tls.handshake.type == 11";
const APPLICATION_DATA = "tls.record.content_type == 23";
const EITHER_TYPE = "tls.record.content_type == 23 || tls.record.opaque_type == 23";

export function stumblingBlocks(scene: Scene): readonly { readonly title: Text; readonly value: Text }[] {
  const facts = new CaptureFacts(scene.entries);
  const count = (filter: string, version: "1.3" | "1.2", decrypted = false) =>
    facts.frames.filter(
      (frame) =>
        selection(scene, filter, decrypted).frames.includes(frame.number) &&
        facts.isTls13(frame) === (version === "1.3"),
    ).length;
  const row = (filter: string, why: Text) => ({
    title: same(filter),
    value: {
      en: `${count(filter, "1.3")} frames of TLS 1.3, ${count(filter, "1.2")} of TLS 1.2: ${why.en}`,
      fr: `${count(filter, "1.3")} trames en TLS 1.3, ${count(filter, "1.2")} en TLS 1.2 : ${why.fr}`,
    },
  });
  const withKeys = count(DECRYPTED.certificate, "1.3", true);
  return [
    row(CERTIFICATE, {
      en: `TLS 1.3 encrypts the certificate (with the keys: ${withKeys})`,
      fr: `TLS 1.3 chiffre le certificat (avec les clés : ${withKeys})`,
    }),
    row(APPLICATION_DATA, {
      en: "TLS 1.3 hides the type of its records; without the keys only opaque_type finds them",
      fr: "TLS 1.3 cache le type de ses enregistrements ; sans les clés, seul opaque_type les trouve",
    }),
    row(EITHER_TYPE, { en: "this finds both", fr: "ceci trouve les deux" }),
  ];
}
