import { utils } from "ssh2";
import { sshKeyPair } from "./key-pair";

/** One in some two hundred is unreadable where nobody looks. */
const MANY = 3_000;

it("makes keys that can be read, each of them", () => {
  const unreadable = Array.from({ length: MANY }, () => sshKeyPair("a comment"))
    .flatMap((pair) => [pair.private, pair.public])
    .filter((key) => utils.parseKey(key) instanceof Error);
  expect(unreadable).toEqual([]);
});

it("puts the comment into the public key", () => {
  expect(sshKeyPair("of a lab").public).toMatch(/^ssh-ed25519 \S+ of a lab$/);
});
