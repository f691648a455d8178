import { onDemand } from "./on-demand";

function counted() {
  const made: string[] = [];
  const map = onDemand(["b", "a"], (key) => {
    made.push(key);
    return key.toUpperCase();
  });
  return { map, made };
}

it("makes nothing before it is asked for, and each value once", () => {
  const { map, made } = counted();
  expect([map.size, map.has("a"), map.has("c"), ...map.keys()]).toEqual([2, true, false, "b", "a"]);
  expect(made).toEqual([]);
  expect([map.get("a"), map.get("a"), map.get("c")]).toEqual(["A", "A", undefined]);
  expect(made).toEqual(["a"]);
});

it("is a map otherwise, in the order of its keys", () => {
  const { map } = counted();
  const seen: string[] = [];
  map.forEach((value, key) => seen.push(key + value));
  expect(seen).toEqual(["bB", "aA"]);
  expect([...map]).toEqual([...map.entries()]);
  expect([...map.values()]).toEqual(["B", "A"]);
});
