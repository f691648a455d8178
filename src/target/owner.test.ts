import { spawn } from "node:child_process";
import { once } from "node:events";
import { isDead, thisOwner } from "./owner";

describe("isDead", () => {
  it("does not hold for a living process", () => {
    expect(isDead(thisOwner())).toBe(false);
  });

  it("holds for a process that has ended", async () => {
    const child = spawn(process.execPath, ["-e", ""]);
    await once(child, "exit");
    expect(isDead({ ...thisOwner(), pid: child.pid ?? 0 })).toBe(true);
  });

  it("holds for an owner whose process id another process has now", () => {
    expect(isDead({ ...thisOwner(), started: "1" })).toBe(true);
  });

  it("never holds for an owner of another place, whose processes cannot be seen", () => {
    expect(isDead({ place: "elsewhere", pid: 4_000_000, started: "1" })).toBe(false);
  });
});
