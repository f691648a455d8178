/** What claims ask of the SSH side of a scene. */
import type { SshEntry } from "../evidence/journal/entry";
import type { Scene } from "./scene";

/** What an attempt left, in order. */
export function sshOf(scene: Scene, role: string, event?: SshEntry["event"]): readonly SshEntry[] {
  return scene.entries.filter(
    (entry): entry is SshEntry =>
      entry.source === "ssh" && entry.role === role && (event === undefined || entry.event === event),
  );
}

/** What an attempt left; inconclusive when it was never made. */
export function attempted(scene: Scene, role: string): readonly SshEntry[] {
  const found = sshOf(scene, role);
  if (found.length > 0) return found;
  return scene.unplayed({ en: `the attempt “${role}” over SSH`, fr: `la tentative « ${role} » par SSH` });
}
