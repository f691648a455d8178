import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { keptModel, writtenModel } from "./kept";
import type { FeatureSays, ModelData } from "./model";
import { anyText } from "../../../../words/testing/any-text";

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const says = fc.tuple(number, number, number, number).map((four): FeatureSays => four);
/** Names alike in their beginnings, and names of any characters. */
const name = fc.oneof(
  fc.string({ unit: fc.constantFrom("A", "B", " ", "'", '"', ":", "[", ",", "\n", "\\", "é", "→") }),
  anyText(),
);
const model = fc.record({
  answers: fc.nat(),
  bias: fc.tuple(number, number, number),
  features: fc.dictionary(name, says, { noNullPrototype: true }),
});

function ownSays({ features }: ModelData, feature: string): FeatureSays | undefined {
  return Object.hasOwn(features, feature) ? features[feature] : undefined;
}

it("a kept model says of each feature what was learnt of it, and nothing of any other", () => {
  fc.assert(
    fc.property(model, fc.array(name), (data, others) => {
      const kept = keptModel(writtenModel(data));
      expect(kept.bias).toEqual(data.bias);
      for (const feature of [...Object.keys(data.features), ...others])
        expect(kept.says(feature)).toEqual(ownSays(data, feature));
    }),
  );
});

it("a kept model says the same however much it was asked before", () => {
  fc.assert(
    fc.property(model, fc.array(name), (data, others) => {
      const kept = keptModel(writtenModel(data));
      for (let i = 0; i < 1_001; i++) kept.says(`unheard of ${i}`);
      for (const feature of [...Object.keys(data.features), ...others])
        expect(kept.says(feature)).toEqual(ownSays(data, feature));
    }),
  );
});

it("a written model is JSON of what was learnt", () => {
  fc.assert(
    fc.property(model, (data) => {
      expect(JSON.parse(writtenModel(data))).toEqual(data);
    }),
  );
});

const FOLDER = join(__dirname, "../../../../../fixtures/learnt");

it.each(readdirSync(FOLDER))("every feature of fixtures/learnt/%s is found in it", (file) => {
  const source = readFileSync(join(FOLDER, file), "utf8");
  const data = JSON.parse(source) as ModelData;
  const kept = keptModel(source);
  const lost = Object.keys(data.features).filter(
    (feature) => kept.says(feature)?.join() !== ownSays(data, feature)?.join(),
  );
  expect(lost).toEqual([]);
});
