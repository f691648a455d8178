/** New pairs of SSH keys. */
import { utils } from "ssh2";

/**
 * An Ed25519 pair in OpenSSH's format. Of those that ssh2 1.17 makes, one in some two hundred lacks a byte that is zero, and
 * nobody can read it (issue 1513 of mscdex/ssh2): such a pair is never handed out.
 *
 * @param comment at the end of the public key
 */
export function sshKeyPair(comment?: string): { readonly private: string; readonly public: string } {
  for (;;) {
    const pair = utils.generateKeyPairSync("ed25519", comment === undefined ? {} : { comment });
    const read = [pair.private, pair.public].map((key) => utils.parseKey(key));
    if (!read.some((key) => key instanceof Error)) return pair;
  }
}
