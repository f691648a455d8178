/** What ClientHello and ServerHello contain, for the report: what the sheet has its reader look for. */
import type { Scene } from "../../src/judge/scene";
import { clientHello, messagesOf, serverHello } from "../../src/judge/tls";
import { same, type Text } from "../../src/words/text";

interface Code {
  readonly name: string;
  readonly grease?: true;
}

const names = (codes: readonly Code[]) =>
  same(
    codes
      .filter(({ grease }) => !grease)
      .map(({ name }) => name)
      .join(", "),
  );

/** Of a long list the beginning is enough. */
const SHOWN = 4;
function beginning(codes: readonly Code[]): Text {
  const left = codes.length - SHOWN;
  const first = names(codes.slice(0, SHOWN));
  if (left <= 0) return first;
  return { en: `${first.en} and ${left} more`, fr: `${first.fr} et ${left} autres` };
}

export function contents(scene: Scene): readonly { readonly title: Text; readonly value: Text }[] {
  const { hello: offer } = clientHello(scene, "1.3");
  const { hello: choice } = serverHello(scene, "1.3");
  const shares = offer.keyShares.map(({ group, length }) => `${group.name} (${length})`).join(", ");
  const seen = messagesOf(scene, "1.3")
    .map(({ name }) => name)
    .join(", ");
  const older = messagesOf(scene, "1.2")
    .map(({ name }) => name)
    .join(", ");
  const client = (what: Text) => ({ en: `ClientHello: ${what.en}`, fr: `ClientHello : ${what.fr}` });
  const broker = (what: Text) => ({ en: `ServerHello: ${what.en}`, fr: `ServerHello : ${what.fr}` });
  return [
    { title: client({ en: "versions", fr: "versions" }), value: names(offer.supportedVersions) },
    {
      title: client({ en: "cipher suites", fr: "suites cryptographiques" }),
      value: beginning(offer.cipherSuites),
    },
    {
      title: client({ en: "name of the broker (SNI)", fr: "nom du broker (SNI)" }),
      value: same(offer.serverName ?? "—"),
    },
    { title: client({ en: "groups", fr: "groupes" }), value: beginning(offer.supportedGroups) },
    {
      title: client({ en: "key share (bytes)", fr: "key share (octets)" }),
      value: same(shares),
    },
    { title: client({ en: "signatures", fr: "signatures" }), value: beginning(offer.signatureAlgorithms) },
    { title: broker({ en: "version", fr: "version" }), value: same(choice.selectedVersion.name) },
    {
      title: broker({ en: "cipher suite", fr: "suite cryptographique" }),
      value: same(choice.cipherSuite.name),
    },
    { title: broker({ en: "key share", fr: "key share" }), value: same(choice.keyShare?.name ?? "—") },
    { title: { en: "In clear in TLS 1.3", fr: "En clair en TLS 1.3" }, value: same(seen) },
    ...(older === ""
      ? []
      : [{ title: { en: "In clear in TLS 1.2", fr: "En clair en TLS 1.2" }, value: same(older) }]),
  ];
}
