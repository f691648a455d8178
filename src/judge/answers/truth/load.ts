/** The truth that is kept in `fixtures/truth/`, one file a version of the broker. Loads nothing that reads journals: `check` has no time for it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Text } from "../../../words/text";
import { TruthError } from "./error";
import type { Truth } from "./fact";
import { familyOf } from "./family";

/** The version that Debian 12 ships, and that the sheet's figures were made with. */
const USUAL = "2.0.11";
const FOLDER = join(__dirname, "../../../../fixtures/truth");
const KEPT = /^mosquitto-(.+)\.json$/;

/**
 * @param broker version such as `2.0.18`; a kept one of the same family (`2.0`) stands for it
 * @throws TruthError where none of that family is kept
 */
export function truthOf(broker = USUAL): Truth {
  const versions = keptVersions();
  const version = versions.find((kept) => kept === broker) ?? versions.find(sameFamily(broker));
  if (version === undefined) throw new TruthError(nothingOf(broker, versions));
  return JSON.parse(readFileSync(join(FOLDER, `mosquitto-${version}.json`), "utf8")) as Truth;
}

/** Versions that a truth is kept of. */
export function keptVersions(): readonly string[] {
  return readdirSync(FOLDER)
    .flatMap((name) => KEPT.exec(name)?.[1] ?? [])
    .sort();
}

/** The journal that the truth of a kept version was derived from. */
export function keptJournal(version: string): string {
  return join(FOLDER, `mosquitto-${version}.jsonl`);
}

function sameFamily(broker: string): (version: string) => boolean {
  const family = familyOf(broker);
  return (version) => familyOf(version) === family;
}

function nothingOf(broker: string, versions: readonly string[]): Text {
  const list = versions.join(", ");
  return {
    en: `Nothing is recorded of Mosquitto “${broker}”; choose one of ${list}, or another version of the same family.`,
    fr: `Aucun enregistrement n’existe de Mosquitto « ${broker} » ; choisissez parmi ${list}, ou une autre version de la même famille.`,
  };
}
