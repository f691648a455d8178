/** A packet that an answer names. */
import { OF_A_PUBLICATION } from "../../truth/packets";

export interface Item {
  /** `PUBLISH` */
  readonly type: string;
  /** Who sends it, where the answer says so. */
  readonly sender?: "client" | "broker";
  /** Of a line of the log: which client it is about, and the packet identifier if it has one. */
  readonly exchange?: { readonly client: string; readonly id: number };
}

/** Others stand around it in a log. */
export function isOfPublication({ type }: Item): boolean {
  return OF_A_PUBLICATION.has(type);
}

export function typesOf(items: readonly Item[]): readonly string[] {
  return items.map(({ type }) => type);
}
