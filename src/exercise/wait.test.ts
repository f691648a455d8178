import { NotSeen, packetFor, within } from "./wait";

test("what was waited for in vain is said in both languages", async () => {
  const error: unknown = await within(new Promise(() => undefined), packetFor("SUBACK m1", "late"), 1).catch(
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(NotSeen);
  expect((error as NotSeen).text).toEqual({
    en: "waited in vain for SUBACK m1 for “late”",
    fr: "attendu en vain : SUBACK m1 pour « late »",
  });
});

test("what comes in time is given back", async () => {
  expect(await within(Promise.resolve(7), packetFor("SUBACK", "early"))).toBe(7);
});
