/** Finds the answer sheet among the files that a student handed in: by its name, then by what is in it. */
import { canBeSheet, isOnlineText } from "../../../judge/answers/submission/recognise";
import { onlineText } from "../../../judge/answers/submission/online-text";
import { shortPath } from "../../../judge/answers/submission/path";
import { byUnits } from "../../../judge/answers/submission/ids";
import { sheetText } from "../../../judge/answers/sheet/source";
import { openArchive } from "./archive";
import type { HandedFile } from "./file";
import { LIMITS } from "./limits";
import { Refused, refused } from "./refusal";

export interface FoundSheet {
  /** Within the submission. */
  readonly path: string;
  readonly source: string;
}

/** What is a sheet, and what an empty one. */
export interface Recognition {
  readonly isSheet: (source: string) => boolean;
  readonly isBlank: (sheet: FoundSheet) => boolean;
}

/** @throws Refused where there is none, or more than one that is filled in */
export async function findSheet(files: readonly HandedFile[], recognition: Recognition): Promise<FoundSheet> {
  const budget = { left: LIMITS.submission };
  const { inside, close, trouble } = await packedFiles(files, budget);
  try {
    const candidates = [...files, ...inside].filter(({ path, isLink }) => !isLink && canBeSheet(path));
    const read = await readAll(candidates.sort(shallowFirst), budget);
    const sheets = differing(read.texts.filter(({ source }) => recognition.isSheet(source)));
    if (sheets.length === 0) throw read.trouble ?? trouble ?? noSheet(files);
    return theOne(sheets, recognition);
  } finally {
    for (const end of close) end();
  }
}

interface Budget {
  /** Bytes that may still be read of this submission. */
  left: number;
}

interface Packed {
  readonly inside: readonly HandedFile[];
  readonly close: readonly (() => void)[];
  readonly trouble?: Refused;
}

const ARCHIVES = 5;

/** Archives within the submission are opened; what is packed within those is not. */
async function packedFiles(files: readonly HandedFile[], budget: Budget): Promise<Packed> {
  const [inside, close]: [HandedFile[], (() => void)[]] = [[], []];
  const archives = files.filter(({ path, isLink }) => !isLink && /\.zip$/i.test(path));
  let trouble: Refused | undefined;
  for (const archive of archives.sort(shallowFirst).slice(0, ARCHIVES)) {
    try {
      const opened = await openArchive(await spend(archive, budget.left, budget), LIMITS.files);
      close.push(opened.close);
      inside.push(...opened.files.map((file) => ({ ...file, path: `${archive.path}/${file.path}` })));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      trouble ??= error;
    }
  }
  return { inside, close, ...(trouble === undefined ? {} : { trouble }) };
}

interface Read {
  readonly texts: readonly FoundSheet[];
  /** Of the files that are too large: a log may be, beside a sheet that is not. */
  readonly trouble?: Refused;
}

async function readAll(candidates: readonly HandedFile[], budget: Budget): Promise<Read> {
  const texts: FoundSheet[] = [];
  let trouble: Refused | undefined;
  for (const file of candidates.slice(0, LIMITS.opened)) {
    if (file.size > LIMITS.sheet) {
      trouble ??= refused(({ largeSheet }) => largeSheet(shortPath(file.path), LIMITS.sheet / 1024 / 1024));
      continue;
    }
    const text = sheetText(await spend(file, LIMITS.sheet, budget));
    texts.push({ path: file.path, source: isOnlineText(file.path) ? onlineText(text) : text });
  }
  return { texts, ...(trouble === undefined ? {} : { trouble }) };
}

/** @throws Refused when the submission has used up what is read of one */
async function spend(file: HandedFile, most: number, budget: Budget): Promise<Buffer> {
  const bytes = await file.read(Math.min(most, budget.left));
  budget.left -= bytes.length;
  return bytes;
}

/** The same sheet handed in twice is one. */
function differing(sheets: readonly FoundSheet[]): FoundSheet[] {
  return [...new Map([...sheets].reverse().map((sheet) => [sheet.source, sheet])).values()].reverse();
}

/** An empty sheet beside one that is filled in is the one that was handed out. */
function theOne(sheets: readonly FoundSheet[], { isBlank }: Recognition): FoundSheet {
  const [only, second] = sheets;
  if (only !== undefined && second === undefined) return only;
  const [filled, another] = sheets.filter((sheet) => !isBlank(sheet));
  if (another !== undefined || (filled ?? only) === undefined)
    throw refused(({ twoSheets }) =>
      twoSheets(shortPath(filled?.path ?? ""), shortPath(another?.path ?? "")),
    );
  return (filled ?? only) as FoundSheet;
}

function noSheet(files: readonly HandedFile[]): Refused {
  const names = files.map(({ path }) => path).sort(byUnits);
  return refused((words) =>
    names.length === 0 ? words.empty : words.noSheet(names.slice(0, NAMED).map(shortPath), names.length),
  );
}

const NAMED = 3;

function shallowFirst(a: HandedFile, b: HandedFile): number {
  return a.path.split("/").length - b.path.split("/").length || byUnits(a.path, b.path);
}
