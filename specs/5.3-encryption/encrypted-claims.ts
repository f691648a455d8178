import type { Entry, RecordEntry, WireEntry } from "../../src/evidence/journal/entry";
import { ALERT, APPLICATION_DATA, CHANGE_CIPHER_SPEC, HANDSHAKE } from "../../src/evidence/wire/tls/records";
import type { Claim } from "../../src/judge/claim";
import { fail, pass } from "../../src/judge/finding";
import type { Scene, Seen } from "../../src/judge/scene";
import { established, recordsOf } from "../../src/judge/tls";
import { same, type Text } from "../../src/words/text";

/** A client that did not get in has nothing to show inside. */
const VERIFIED = "5.2-trusted/verified";

const OVER_TLS = ["reader-tls", "writer-tls"] as const;

/** What must be legible on one port and not on the other. */
interface Marker {
  readonly what: Text;
  readonly bytes: Buffer;
}

function markers(scene: Scene, role: string): readonly Marker[] {
  const { topic, payload } = publication(scene, role).packet;
  return [
    { what: { en: "payload", fr: "contenu" }, bytes: payload },
    { what: { en: "topic", fr: "topic" }, bytes: Buffer.from(topic) },
    { what: { en: "client id", fr: "identifiant de client" }, bytes: Buffer.from(scene.client(role)) },
  ];
}

function publication(scene: Scene, role: string) {
  return scene.played("PUBLISH", { role });
}

/** What the tap saw of a role's connections: records, and whatever was not TLS. */
function seenOutside(scene: Scene, role: string): readonly (RecordEntry | WireEntry)[] {
  const wire = scene
    .wire(role)
    .filter((entry) => (entry.event === "packet" || entry.event === "bytes") && entry.inside === undefined);
  return [...recordsOf(scene, role), ...wire];
}

function bytesOf(entries: readonly (RecordEntry | WireEntry)[]): Buffer {
  return Buffer.concat(entries.flatMap((entry) => ("raw" in entry ? [entry.raw] : [])));
}

export const neverInClear: Claim = {
  id: "never-in-clear",
  title: {
    en: "on the TLS port, payload, topic and client id are nowhere to be read",
    fr: "sur le port TLS, contenu, topic et identifiant de client ne sont lisibles nulle part",
  },
  rests: ["tls", "wire"],
  after: VERIFIED,
  clauses: ["RFC8446-5.2"],
  hint: {
    en: "Search the capture for a word of your payload: Edit > Find Packet > String.",
    fr: "Cherchez un mot de votre message dans la capture : Édition > Rechercher un paquet > Chaîne.",
  },
  judge(scene) {
    const publications = OVER_TLS.slice(1).map((role) => publication(scene, role));
    const evidence = OVER_TLS.flatMap((role) => {
      const verification = established(scene, role);
      const outside = seenOutside(scene, role);
      for (const { what, bytes } of [...markers(scene, "writer-tls"), ...markers(scene, "writer-plain")]) {
        const legible = outside.filter((entry) => "raw" in entry && entry.raw.includes(bytes));
        if (legible.length > 0 || bytesOf(outside).includes(bytes))
          fail(NOWHERE, legibleIs(what), verification, legible);
      }
      return [verification, ...recordsOf(scene, role).slice(-2)];
    });
    return pass(publications, evidence);
  },
};

const NOWHERE: Text = { en: "nothing legible", fr: "rien de lisible" };
const legibleIs = (what: Text): Text => ({ en: `legible: ${what.en}`, fr: `lisible : ${what.fr}` });

export const inClearOnPlain: Claim = {
  id: "in-clear-on-plain",
  title: {
    en: "on the plain port, anyone on the way reads all three",
    fr: "sur le port en clair, n’importe qui sur le chemin lit les trois",
  },
  rests: ["wire"],
  after: VERIFIED,
  judge(scene) {
    const writer = "writer-plain";
    const sent = publication(scene, writer);
    const outside = bytesOf(seenOutside(scene, writer));
    for (const { what, bytes } of markers(scene, writer))
      if (!outside.includes(bytes)) fail(legibleIs(what), NOTHING_LEGIBLE, sent);
    return pass(scene.played("CONNECT", { role: writer }), sent, deliveredInClear(scene, sent));
  },
};

const NOTHING_LEGIBLE: Text = { en: "it is not to be found", fr: "introuvable" };

export const allApplicationData: Claim = {
  id: "application-data",
  title: {
    en: "after the handshake every record is Application Data, in both directions",
    fr: "après la négociation, chaque enregistrement est de type Application Data, dans les deux sens",
  },
  rests: ["tls", "wire"],
  after: VERIFIED,
  clauses: ["RFC8446-5.2"],
  hint: {
    en: "In TLS 1.3 Wireshark calls this type tls.record.opaque_type: tls.record.content_type == 23 finds only what it could decrypt.",
    fr: "En TLS 1.3, Wireshark nomme ce type tls.record.opaque_type : tls.record.content_type == 23 ne trouve que ce qui a pu être déchiffré.",
  },
  judge(scene) {
    const evidence = OVER_TLS.flatMap((role) => {
      const verification = established(scene, role);
      const after = seenOutside(scene, role).filter((entry) => scene.precedes(verification, entry));
      const others = after.filter((entry) => !belongs(entry, verification.version));
      if (others.length > 0) fail("Application Data", otherThan(others[0]), verification, others);
      const data = after.filter((entry) => typeOf(entry) === APPLICATION_DATA);
      if (data.length === 0)
        fail("Application Data", { en: "no record", fr: "aucun enregistrement" }, verification);
      return [verification, ...data.slice(0, 3), ...data.slice(-1)];
    });
    return pass(evidence);
  },
};

const typeOf = (entry: Entry) =>
  entry.source === "tls" && entry.event === "record" ? entry.raw[0] : undefined;

/**
 * Up to TLS 1.2 an alert keeps its own type when it is encrypted, and the broker's last handshake records come after
 * the client's library is content. A Change Cipher Spec may come late in both.
 */
function belongs(entry: Entry, version: string): boolean {
  const type = typeOf(entry);
  if (type === APPLICATION_DATA || type === CHANGE_CIPHER_SPEC) return true;
  return version !== "TLSv1.3" && (type === ALERT || type === HANDSHAKE);
}

function otherThan(entry: Entry | undefined): Text {
  if (entry?.source === "tls") return { en: "another record", fr: "un autre enregistrement" };
  return { en: "bytes that are not TLS", fr: "des octets qui ne sont pas du TLS" };
}

export const linkByLink: Claim = {
  id: "link-by-link",
  title: {
    en: "TLS protects each client’s link: what was published over TLS goes on in clear to a subscriber on the plain port",
    fr: "TLS protège la liaison de chaque client : ce qui est publié par TLS repart en clair vers un abonné du port non sécurisé",
  },
  rests: ["tls", "wire"],
  after: VERIFIED,
  judge(scene) {
    established(scene, "writer-tls");
    const sent = publication(scene, "writer-tls");
    return pass(sent, deliveredInClear(scene, sent));
  },
};

/** The same letters, on their way to the subscriber of the plain port. */
function deliveredInClear(scene: Scene, sent: Seen<"PUBLISH">): Seen<"PUBLISH"> {
  const role = "reader-plain";
  const { topic, payload } = sent.packet;
  const received = scene
    .packets("broker", "PUBLISH", { role, topic })
    .find(({ packet }) => packet.payload.equals(payload));
  const expected = same(`PUBLISH '${topic}' “${payload.toString()}” (${role})`);
  return received ?? fail(expected, scene.insteadOf({ role }), sent);
}
