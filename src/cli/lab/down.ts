/** `tp-mqtt lab down`. */
import { down } from "../../lab/down";
import { wordsOf } from "../../words/words";
import { DEFAULT_FOLDER } from "./flags";
import type { LabInvocation } from "./lab";

/** Also where there is no lab: that is what was wanted. */
export async function labDown({ given, lang, stdout }: LabInvocation): Promise<number> {
  const folder = given.get("dir")?.at(-1) ?? DEFAULT_FOLDER;
  const keepHandout = given.has("keep-handout");
  const removed = await down({ folder, name: given.get("name")?.at(-1), keepHandout });
  const { lab: words } = wordsOf(lang).cli;
  if (removed === undefined) stdout.write(`${words.none(folder)}\n`);
  else
    stdout.write(`${words.removed(removed.name)}${removed.folderStays ? ` ${words.stays(folder)}` : ""}\n`);
  return 0;
}
