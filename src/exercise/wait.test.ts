import { EventEmitter } from "node:events";
import { ANSWER_BOUND, NotSeen, packetFor, within } from "./wait";

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

describe("while the broker goes on sending", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  /** Waits for a SUBACK while a packet comes every second, `packets` in all. */
  async function waiting(packets: number, answerAfter: number): Promise<unknown> {
    const sending = new EventEmitter();
    const answer = new Promise((resolve) => setTimeout(resolve, answerAfter, "SUBACK"));
    const told = within(answer, packetFor("SUBACK", "busy"), ANSWER_BOUND, (heard) => {
      sending.on("packet", heard);
      return () => sending.off("packet", heard);
    }).catch((error: unknown) => error);
    for (let sent = 0; sent < packets; sent++) {
      await jest.advanceTimersByTimeAsync(1_000);
      sending.emit("packet");
    }
    await jest.advanceTimersByTimeAsync(ANSWER_BOUND);
    expect(sending.listenerCount("packet")).toBe(0);
    return told;
  }

  test("an answer behind much else is waited for", async () => {
    expect(await waiting(10, 10_500)).toBe("SUBACK");
  });

  test("none is waited for without end, whatever else comes", async () => {
    expect(await waiting(60, 55_000)).toBeInstanceOf(NotSeen);
  });

  test("none is waited for once nothing comes any more", async () => {
    expect(await waiting(10, 60_000)).toBeInstanceOf(NotSeen);
  });
});
