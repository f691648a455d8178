/** Names and headers, so that they can be compared: without accents, case, and the spaces and apostrophes that vary. */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("’", "'")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/** The words of a name in any order: some write the family name first. Empty where there are no letters. */
export function nameKey(name: string): string {
  const words = folded(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.sort().join(" ");
}
