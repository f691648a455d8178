import { proseRubric } from "../rubric";
import { read } from "./read";
import { means, type Polarity } from "./token";

const { lexicon } = proseRubric();

/** What is said of a concept, mention by mention. */
function said(concept: string, text: string): Polarity[] {
  return read(text, lexicon)
    .tokens.filter((token) => means(token, concept))
    .map(({ polarity }) => polarity);
}

it("the last version of a word counts, in the place of the first", () => {
  const text = "Le broker répond PUBACK, euh non, PUBREC, puis le client PUBREL.";
  expect(said("PUBACK", text)).toEqual([]);
  expect(said("BROKER>PUBREC", text)).toEqual(["said"]);
  expect(said("CLIENT>PUBREL", text)).toEqual(["said"]);
  expect(said("CLIENT>PINGREQ", "C'est le broker qui envoie PINGREQ, non en fait c'est le client.")).toEqual([
    "said",
  ]);
});

it("a statement that is taken back is none", () => {
  const text = "The latency grows with the QoS. No, in fact I was wrong: the QoS has no influence.";
  expect(said("GROW", text)).toEqual([]);
  expect(said("INFLUENCE", text)).toEqual(["denied"]);
});

it("nor is what the writer once believed", () => {
  expect(said("QOS", "Je croyais que c'était le QoS, mais c'est la version.")).toEqual([]);
  expect(said("VERSION", "Je croyais que c'était le QoS, mais c'est la version.")).toEqual(["said"]);
  expect(said("VERSION", "I thought that it was the version.")).toEqual(["said"]);
});

it("what is called false, or was looked for in vain, is denied", () => {
  expect(said("ACK", "Il est faux de dire que le broker acquitte.")).toEqual(["denied"]);
  expect(said("PUBACK", "I expected a PUBACK in the log but there is none.")).toEqual(["denied"]);
});

it("an answer that begins with “non” takes nothing back", () => {
  expect(said("ACK", "Non, le broker acquitte.")).toEqual(["said"]);
});
