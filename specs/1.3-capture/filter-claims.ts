import type { Entry, SelectionEntry } from "../../src/evidence/journal/entry";
import type { Frame } from "../../src/evidence/wire/capture/frames";
import { CERTIFICATE } from "../../src/evidence/wire/tls/message";
import { APPLICATION_DATA } from "../../src/evidence/wire/tls/records";
import type { Claim } from "../../src/judge/claim";
import { fail, pass } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";
import { same, type Text } from "../../src/words/text";
import { CaptureFacts } from "./capture-facts";
import { DECRYPTED, selectsWhat, type SheetFilter } from "./filters";

/** What tshark answered to a filter. Inconclusive when it was not asked. */
export function selection(scene: Scene, filter: string, decrypted = false): SelectionEntry {
  const found = scene.entries.find(
    (entry): entry is SelectionEntry =>
      entry.source === "capture" && entry.filter === filter && entry.decrypted === decrypted,
  );
  return found ?? scene.unplayed(same(`tshark ${filter}`));
}

/** Facts are the same for every claim about one journal. */
const known = new WeakMap<readonly Entry[], CaptureFacts>();
function factsOf({ entries }: Scene): CaptureFacts {
  const facts = known.get(entries) ?? new CaptureFacts(entries);
  known.set(entries, facts);
  return facts;
}

/** tshark selects the frames that the journal says, all of them and no other. */
export function selectsExactly(sheet: SheetFilter): Claim {
  return {
    id: sheet.id,
    title: selectsWhat(sheet),
    rests: ["wire"],
    ...(sheet.needs === undefined ? {} : { needs: sheet.needs }),
    judge(scene) {
      const chosen = selection(scene, sheet.filter);
      const facts = factsOf(scene);
      const expected = facts.frames.filter((frame) => sheet.selects(frame, facts));
      compare(expected, chosen, facts);
      return pass(chosen, carried(expected).slice(0, 4));
    },
  };
}

function compare(expected: readonly Frame[], chosen: SelectionEntry, { frames }: CaptureFacts): void {
  const numbers = new Set(expected.map(({ number }) => number));
  const missing = expected.filter(({ number }) => !chosen.frames.includes(number));
  const extra = chosen.frames.filter((number) => !numbers.has(number));
  if (missing.length === 0 && extra.length === 0) return;
  const list = (of: readonly number[]) => (of.length === 0 ? NONE : inOrder(of));
  const wrong = [...missing, ...frames.filter(({ number }) => extra.includes(number))];
  fail(list([...numbers]), list(chosen.frames), chosen, carried(wrong).slice(0, 6));
}

const NONE: Text = { en: "no frame", fr: "aucune trame" };
const inOrder = (numbers: readonly number[]): Text => ({
  en: `frames ${numbers.join(", ")}`,
  fr: `trames ${numbers.join(", ")}`,
});

function carried(frames: readonly Frame[]): readonly Entry[] {
  return frames.flatMap(({ entry }) => entry ?? []);
}

/** Inconclusive when no client got inside TLS: then there is nothing to decrypt. */
function verifiedOnce(scene: Scene): void {
  const inside = scene.entries.some((entry) => entry.source === "tls" && entry.event === "established");
  if (!inside) scene.unplayed({ en: "MQTT inside TLS", fr: "MQTT dans TLS" });
}

export const certificateDecrypted: Claim = {
  id: "certificate-with-keys",
  title: {
    en: "with the keys, “tls.handshake.type == 11” also selects the Certificate of TLS 1.3",
    fr: "avec les clés, « tls.handshake.type == 11 » sélectionne aussi le Certificate de TLS 1.3",
  },
  rests: ["wire", "tls"],
  needs: ["tls"],
  judge(scene) {
    verifiedOnce(scene);
    const chosen = selection(scene, DECRYPTED.certificate, true);
    const facts = factsOf(scene);
    const inClear = facts.frames
      .filter((frame) => facts.shows(frame, CERTIFICATE))
      .map(({ number }) => number);
    const others = facts.frames.filter(
      ({ number }) => chosen.frames.includes(number) && !inClear.includes(number),
    );
    const fromBroker = others.filter(
      (frame) =>
        frame.entry?.from === "broker" &&
        facts.recordType(frame) === APPLICATION_DATA &&
        facts.isTls13(frame),
    );
    const handshakes = new Set(
      facts.frames.flatMap((frame) => (facts.isTls13(frame) ? [frame.entry?.connection] : [])),
    );
    const complete = inClear.every((number) => chosen.frames.includes(number));
    if (complete && others.length === handshakes.size && fromBroker.length === others.length)
      return pass(chosen, carried(others));
    return fail(
      {
        en: `frames ${inClear.join(", ")} and one encrypted record of the broker in each TLS 1.3 handshake (${handshakes.size})`,
        fr: `les trames ${inClear.join(", ")} et un enregistrement chiffré du broker dans chaque négociation TLS 1.3 (${handshakes.size})`,
      },
      chosen.frames.length === 0 ? NONE : inOrder(chosen.frames),
      chosen,
      carried(others),
    );
  },
};

export const mqttDecrypted: Claim = {
  id: "mqtt-with-keys",
  title: {
    en: "with the keys, “mqtt” finds on the TLS port each packet that the clients sent and received inside TLS",
    fr: "avec les clés, « mqtt » trouve sur le port TLS chaque paquet que les clients ont envoyé et reçu dans TLS",
  },
  rests: ["wire", "tls"],
  needs: ["tls"],
  judge(scene) {
    verifiedOnce(scene);
    const chosen = selection(scene, DECRYPTED.mqtt, true);
    const facts = factsOf(scene);
    const inside = scene.entries.filter(
      (entry) => entry.source === "wire" && entry.event === "packet" && entry.inside !== undefined,
    );
    const records = facts.frames.filter(({ number }) => chosen.frames.includes(number));
    const encrypted = records.every((frame) => facts.recordType(frame) === APPLICATION_DATA);
    // Each of these packets was sent when the one before had been answered: a record each.
    if (encrypted && inside.length > 0 && records.length === inside.length) return pass(chosen, inside);
    return fail(
      {
        en: `${inside.length} frames, Application Data all of them`,
        fr: `${inside.length} trames, toutes des Application Data`,
      },
      chosen.frames.length === 0 ? NONE : inOrder(chosen.frames),
      chosen,
      inside,
    );
  },
};
