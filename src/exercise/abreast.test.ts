import { abreast } from "./abreast";

describe("abreast", () => {
  it("waits for every part, also for those behind one that failed", async () => {
    const order: string[] = [];
    const slow = new Promise<void>((resolve) => setImmediate(resolve)).then(() => order.push("slow"));
    const failing = Promise.reject(new Error("first"));
    await expect(abreast(failing, slow)).rejects.toThrow("first");
    expect(order).toEqual(["slow"]);
  });

  it("resolves when all parts do", async () => {
    await expect(abreast(Promise.resolve(1), Promise.resolve(2))).resolves.toBeUndefined();
  });
});
