import { remembered } from "./remembered";

it("asks once about a word", () => {
  const asked: string[] = [];
  const length = remembered((word) => {
    asked.push(word);
    return word.length;
  });
  expect([length("broker"), length("client"), length("broker")]).toEqual([6, 6, 6]);
  expect(asked).toEqual(["broker", "client"]);
});

it("keeps even what is nothing", () => {
  const asked: string[] = [];
  const nothing = remembered((word): string | undefined => {
    asked.push(word);
    return undefined;
  });
  expect([nothing("a"), nothing("a")]).toEqual([undefined, undefined]);
  expect(asked).toEqual(["a"]);
});

it("forgets rather than grow without end", () => {
  let asked = 0;
  const count = remembered(() => (asked += 1));
  for (let i = 0; i <= 4_000; i++) count(String(i));
  expect(count("0")).toBe(4_002);
});
