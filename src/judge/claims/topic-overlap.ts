/** Whether two topic filters have a topic in common (clauses 4.7.1 and 4.7.2). */

/**
 * @param a a valid topic filter
 * @param b likewise; a topic name is a filter that matches itself
 */
export function overlap(a: string, b: string): boolean {
  if (isOutOfReach(a, b) || isOutOfReach(b, a)) return false;
  const [left, right] = [a.split("/"), b.split("/")];
  for (let i = 0; ; i++) {
    const [one, other] = [left[i], right[i]];
    // At the end of the other it stands for no level at all: the parent.
    if (one === "#" || other === "#") return true;
    if (one === undefined || other === undefined) return one === other;
    if (one !== other && one !== "+" && other !== "+") return false;
  }
}

/** A wildcard at the beginning does not reach topics that begin with `$`. */
function isOutOfReach(filter: string, other: string): boolean {
  return other.startsWith("$") && /^[+#]/.test(filter);
}
