import { likenessTo } from "./likeness";

const alike = likenessTo(
  [
    "ACK accuse*",
    "LOSE perte",
    "ACK acquit*",
    "RELIABLE fiabl*",
    "KEEP conserve",
    "KEEP conservation",
    "QUEUE attente",
  ].map((line) => {
    const [concept = "", form = ""] = line.split(" ");
    return { concept, stem: form.replace("*", ""), isOpen: form.endsWith("*") };
  }),
);

it.each([
  ["what sounds like it", "akuse", ["ACK"]],
  ["what begins like it, with any ending", "akitement", ["ACK"]],
  ["what differs in an ending that is not heard", "pertes", ["LOSE"]],
  ["nothing longer, where the word is whole", "pertinent", []],
  ["what is one slip away, where nothing sounds so", "conxerve", ["KEEP"]],
  ["nothing that is two slips away", "conxexve", []],
  ["nothing short but by its sound", "pxrte", []],
  ["nothing with another first letter", "tattente", []],
])("a word is meant for %s", (_, word, concepts) => {
  expect(alike(word)).toEqual(concepts);
});

it("what may be meant comes in the order of the list, each once", () => {
  const both = likenessTo([
    { concept: "B", stem: "attente", isOpen: false },
    { concept: "A", stem: "attent", isOpen: true },
    { concept: "B", stem: "atente", isOpen: true },
  ]);
  expect(both("attante")).toEqual(["B", "A"]);
});
