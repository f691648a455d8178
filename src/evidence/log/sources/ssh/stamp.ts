/** Timestamps of log lines, as far as they can be ordered without knowing their format. */

/** Seconds since 1970 as Mosquitto prints them by default, or a date that begins with its year. */
const SORTED = /^(\d{10}|\d{4}[-/]\d\d[-/]\d\d\D.*)$/;

/** Whether `one` is certainly before `other`; false where that cannot be told. */
export function isEarlier(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined || !SORTED.test(one) || !SORTED.test(other)) return false;
  const shape = (stamp: string) => stamp.replace(/\d/g, "0");
  return shape(one) === shape(other) && one < other;
}

/** Seconds since 1970, on the server's clock and in its zone; undefined where the format is not known. */
export function secondsOf(stamp: string | undefined): number | undefined {
  if (stamp === undefined || !SORTED.test(stamp)) return undefined;
  if (/^\d{10}$/.test(stamp)) return Number(stamp);
  const time = Date.parse(stamp.replaceAll("/", "-"));
  return Number.isNaN(time) ? undefined : time / 1000;
}
