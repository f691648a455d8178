import { instantOf, runsBackwards } from "./instant";

describe("a time stamp", () => {
  it.each([
    ["1795414496", "epoch", 1795414496],
    ["12:1795414496", "epoch", 1795414496],
    ["2026-11-23T08:00:01Z", "epoch", Date.UTC(2026, 10, 23, 8, 0, 1) / 1000],
    ["2026-11-23T08:00:01+0130", "epoch", Date.UTC(2026, 10, 23, 6, 30, 1) / 1000],
    ["2026-11-23T08:00:01-02:00", "epoch", Date.UTC(2026, 10, 23, 10, 0, 1) / 1000],
    ["  3 2026-11-23T08:00:01", "local", Date.UTC(2026, 10, 23, 8, 0, 1) / 1000],
    ["2026/11/23 08:00:01", "local", Date.UTC(2026, 10, 23, 8, 0, 1) / 1000],
    ["08:00:01", "day", 8 * 3600 + 1],
    ["Nov 23 08:00:01", "day", 8 * 3600 + 1],
  ])("%s counts", (stamp, clock, second) => {
    expect(instantOf(stamp)).toEqual({ clock, second });
  });

  it.each([undefined, "", "12", "179541449", "noon"])("%s tells no time", (stamp) => {
    expect(instantOf(stamp)).toBeUndefined();
  });

  it("is compared with those of its clock", () => {
    const day = (second: number) => ({ clock: "day" as const, second });
    const epoch = (second: number) => ({ clock: "epoch" as const, second });
    expect(runsBackwards(epoch(5), epoch(4))).toBe(true);
    expect(runsBackwards(epoch(4), epoch(4))).toBe(false);
    expect(runsBackwards(epoch(5), day(4))).toBe(false);
    expect(runsBackwards(day(86_399), day(1))).toBe(false);
    expect(runsBackwards(day(50_000), day(1))).toBe(true);
  });
});
