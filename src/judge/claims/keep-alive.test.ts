import { dropsPromptly, expiryBounds } from "./keep-alive";

describe("expiryBounds", () => {
  test.each([
    ["1.6.15", 1, 1, 2.1],
    ["2.0.0", 2, 3, 9.1],
    ["2.0.11", 1, 1, 7.1],
    ["2.0.20", 5, 7, 13.1],
    ["2.0.21", 3, 4, 5.1],
    ["2.0.22", 2, 3, 4.1],
    ["2.1.2", 2, 3, 9.1],
  ])("of Mosquitto %s with k%i: %d to %d s", (version, keepAlive, least, most) => {
    const bounds = expiryBounds({ software: "mosquitto", version }, keepAlive);
    expect(bounds.least).toBe(least);
    expect(bounds.most).toBeCloseTo(most);
  });

  test("are the widest where the version is not known", () => {
    expect(expiryBounds({ software: "unknown", version: undefined }, 2)).toEqual({ least: 2, most: 10 });
  });

  test("follow the standard to the letter for Aedes", () => {
    expect(expiryBounds({ software: "aedes", version: undefined }, 1).least).toBe(1.5);
  });
});

describe("dropsPromptly", () => {
  test.each([
    ["1.6.15", true],
    ["2.0.11", false],
    ["2.0.20", false],
    ["2.0.21", true],
    ["2.1.2", true],
  ])("Mosquitto %s: %s", (version, prompt) => {
    expect(dropsPromptly({ software: "mosquitto", version })).toBe(prompt);
  });

  test("nothing is known of an unknown broker", () => {
    expect(dropsPromptly({ software: "unknown", version: undefined })).toBe(false);
  });
});
