/**
 * A log file that a broker writes to on this machine, followed from its end on. It survives rotation: by renaming (the old
 * file is read to its end, then the new one from its start) and by truncation (logrotate's `copytruncate`).
 */
import { type FSWatcher, type Stats, watch } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { codeOf, LogSourceError } from "./error";
import type { LogSource } from "./source";
import { lastLines } from "./tail";

const CHUNK = 64 * 1024;

/**
 * What is appended to the file from the moment of opening on.
 *
 * @param tail how many of the lines that are there already are given first
 */
export function fileSource(path: string, tail: number | "all" = 0): LogSource {
  return { text: path, open: () => openFile(path, tail) };
}

async function openFile(path: string, tail: number | "all"): Promise<Readable> {
  try {
    const file = await open(path, "r");
    const { size } = await regular(file);
    return new Follower(path, file, tail === "all" ? 0 : await lastLines(file, size, tail));
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function regular(file: FileHandle): Promise<Stats> {
  const stats = await file.stat();
  if (!stats.isDirectory()) return stats;
  await file.close();
  throw Object.assign(new Error("a folder"), { code: "EISDIR" });
}

class Follower extends Readable {
  private readonly watcher: FSWatcher;
  /** Somebody waits for more; before that, there is no need to look. */
  private wanted = false;
  private looking = false;
  /** Something changed while we looked. */
  private again = false;

  constructor(
    private readonly path: string,
    private file: FileHandle,
    private position: number,
  ) {
    super();
    // The folder, not the file: a file that was renamed away tells nothing of its successor.
    this.watcher = watch(dirname(path), () => {
      this.look();
    });
    this.watcher.on("error", (error) => this.destroy(unreadable(path, error)));
  }

  override _read(): void {
    this.wanted = true;
    this.look();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.watcher.close();
    this.file.close().then(() => {
      done(error);
    }, done);
  }

  private look(): void {
    this.again = true;
    if (this.looking || !this.wanted || this.destroyed) return;
    this.looking = true;
    this.again = false;
    this.step().then(
      (moved) => {
        this.looking = false;
        if (moved || this.again) this.look();
      },
      (error: unknown) => {
        if (!this.destroyed) this.destroy(unreadable(this.path, error));
      },
    );
  }

  /** Pushes what is new, or goes on to the file that took this one's place; false if there is neither. */
  private async step(): Promise<boolean> {
    const { buffer, bytesRead } = await this.file.read(Buffer.alloc(CHUNK), 0, CHUNK, this.position);
    if (this.destroyed) return false;
    if (bytesRead === 0) return (await this.wasTruncated()) || (await this.wasReplaced());
    this.position += bytesRead;
    this.wanted = false;
    this.push(buffer.subarray(0, bytesRead));
    return true;
  }

  private async wasTruncated(): Promise<boolean> {
    const { size } = await this.file.stat();
    if (size >= this.position) return false;
    this.position = 0;
    return true;
  }

  /** Another file may stand under the name, or none for a moment. */
  private async wasReplaced(): Promise<boolean> {
    const [here, named] = await Promise.all([this.file.stat(), stat(this.path).catch(() => undefined)]);
    if (named === undefined || (named.ino === here.ino && named.dev === here.dev)) return false;
    const successor = await open(this.path, "r").catch(() => undefined);
    if (successor === undefined) return false;
    const old = this.destroyed ? successor : this.file;
    if (!this.destroyed) this.file = successor;
    this.position = 0;
    await old.close();
    return true;
  }
}

const REASONS: Readonly<Record<string, { en: string; fr: string }>> = {
  ENOENT: { en: "there is no such file", fr: "ce fichier n’existe pas" },
  EACCES: { en: "you may not read it", fr: "vous n’avez pas le droit de le lire" },
  EISDIR: { en: "it is a folder", fr: "c’est un dossier" },
};

function unreadable(path: string, cause: unknown): LogSourceError {
  const code = codeOf(cause);
  const { en, fr } = REASONS[code] ?? { en: code, fr: code };
  return new LogSourceError(
    {
      en: `The log file ${path} cannot be read: ${en}.`,
      fr: `Le fichier journal ${path} ne peut pas être lu : ${fr}.`,
    },
    { cause },
  );
}
