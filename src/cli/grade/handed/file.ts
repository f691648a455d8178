/** What a student handed in, by name; nothing of it is read before it is needed. */

export interface HandedFile {
  /** Within the submission, with `/` between folders. */
  readonly path: string;
  /** It leads to another file, and is not followed: it could lead anywhere. */
  readonly isLink: boolean;
  /** Bytes, as far as its folder or its archive says the truth. */
  readonly size: number;
  /**
   * @param most bytes
   * @throws Refused where it has more, or cannot be read
   */
  readonly read: (most: number) => Promise<Buffer>;
}
