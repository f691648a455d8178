import { proseRubric } from "../rubric";
import { read } from "./read";

const { lexicon } = proseRubric();

function deedsIn(text: string): string[] {
  return read(text, lexicon).tokens.flatMap(({ concepts }) =>
    [...concepts].filter((concept) => /^(?:CLIENT|BROKER)>(?:SEND|ASK|REPLY|KEEP|CLOSE|PING)$/.test(concept)),
  );
}

it.each([
  ["Le broker garde les messages.", ["BROKER>KEEP"]],
  ["Les messages sont gardés par le broker.", ["BROKER>KEEP"]],
  ["la réponse du broker", ["BROKER>REPLY"]],
  ["Le client interroge le broker, qui répond.", ["CLIENT>ASK", "BROKER>REPLY"]],
  ["Je demande au broker s'il est là, il me répond.", ["CLIENT>ASK", "BROKER>REPLY"]],
  ["The broker regularly pings the clients; they answer.", ["BROKER>PING", "CLIENT>REPLY"]],
  ["A request is sent to the broker.", ["CLIENT>SEND"]],
  [
    "Le broker garde les messages tant que le client est absent, puis il les envoie.",
    ["BROKER>KEEP", "BROKER>SEND"],
  ],
  ["Le client vérifie que le broker est là, il envoie un ping.", ["CLIENT>SEND"]],
  ["On garde les messages.", ["CLIENT>KEEP"]],
])("who acts in: %s", (text, deeds) => {
  expect(deedsIn(text)).toEqual(expect.arrayContaining(deeds));
});

it("says nothing where nobody is named", () => {
  expect(deedsIn("Les messages sont gardés puis envoyés.")).toEqual([]);
});
