import type { Scene } from "../../src/judge/scene";
import { same, type Text } from "../../src/words/text";
import { served } from "./certificate-claims";

const DAY_MS = 86_400_000;

/** What a teacher wants to know of the certificate, the days that are left above all. */
export function certificateContents(scene: Scene): readonly { readonly title: Text; readonly value: Text }[] {
  const { facts } = served(scene);
  const { notAfter, key, names, signatureAlgorithm, selfSigned, subject, issuer } = facts;
  const left = Math.floor((notAfter.getTime() - scene.startedAt.getTime()) / DAY_MS);
  const until = notAfter.toISOString().slice(0, 10);
  const by: Text = selfSigned
    ? { en: "self-signed", fr: "auto-signé" }
    : { en: `signed by ${issuer}`, fr: `signé par ${issuer}` };
  return [
    {
      title: { en: "Certificate", fr: "Certificat" },
      value: { en: `${subject}, ${by.en}`, fr: `${subject}, ${by.fr}` },
    },
    { title: { en: "Names", fr: "Noms" }, value: same(names.join(", ") || "—") },
    {
      title: { en: "Valid", fr: "Validité" },
      value: { en: `until ${until}, ${left} days left`, fr: `jusqu’au ${until}, encore ${left} jours` },
    },
    {
      title: { en: "Key and signature", fr: "Clé et signature" },
      value: {
        en: `${key.curve ?? key.type}, ${key.bits} bits, ${signatureAlgorithm}`,
        fr: `${key.curve ?? key.type}, ${key.bits} bits, ${signatureAlgorithm}`,
      },
    },
  ];
}
