import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SshAccess } from "./access";
import { connect } from "./connect";
import { prepare, type Asker } from "./prepare";
import { passwordServer, type PasswordServer } from "./testing/server";

/** Somebody who answers so, and is asked no more often. */
class Person implements Asker {
  readonly asked: string[] = [];
  constructor(private readonly answers: readonly string[]) {}

  async trustKey(_: SshAccess, { fingerprint }: { fingerprint?: string }): Promise<boolean> {
    return (await this.next(`trust ${fingerprint ?? ""}`)) === "yes";
  }
  password(): Promise<string | undefined> {
    return this.next("password");
  }
  passphrase(): Promise<string | undefined> {
    return this.next("passphrase");
  }
  private next(question: string): Promise<string | undefined> {
    this.asked.push(question);
    return Promise.resolve(this.answers[this.asked.length - 1]);
  }
}

describe.each(["password", "keyboard-interactive"] as const)(
  "a server that wants a password by %s",
  (way) => {
    let server: PasswordServer;
    beforeAll(async () => (server = await passwordServer("right", way)));
    afterAll(() => server[Symbol.asyncDispose]());

    it("lets in who has it, and nobody else", async () => {
      (await connect({ ...server.access, password: "right" })).destroy();
      const refused = connect({ ...server.access, password: "wrong" });
      await expect(refused).rejects.toMatchObject({ kind: "login-refused", details: { methods: [way] } });
    });

    it("is logged in to with the password that somebody types, at the second try", async () => {
      const person = new Person(["wrong", "right"]);
      const access = await prepare(server.access, person);
      expect([access.password, person.asked]).toEqual(["right", ["password", "password"]]);
    });

    it("is given up after three wrong ones, and told when the log is opened", async () => {
      const person = new Person(["1", "2", "3", "4"]);
      await prepare(server.access, person);
      expect(person.asked).toHaveLength(3);
    });

    it("is trusted when somebody says so, and the answer goes with the access", async () => {
      const { hostKey = "", ...unpinned } = server.access;
      const person = new Person(["yes"]);
      const access = await prepare({ ...unpinned, password: "right" }, person);
      expect([access.hostKey, person.asked]).toEqual([hostKey, [`trust ${hostKey}`]]);
    });

    it("is not trusted when somebody says no, or nobody can be asked", async () => {
      const { hostKey: _pin, ...unpinned } = server.access;
      const access = { ...unpinned, password: "right" };
      await expect(prepare(access, new Person(["no"]))).rejects.toMatchObject({ kind: "host-key-unknown" });
      await expect(prepare(access)).rejects.toMatchObject({ kind: "host-key-unknown" });
    });

    it("needs something to log in with", async () => {
      await expect(prepare(server.access)).rejects.toThrow(/put the password into TP_SSH_PASSWORD/);
    });
  },
);

describe("an encrypted key", () => {
  it("is opened with the passphrase that somebody types", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tp-mqtt-key-"));
    const keyFile = join(folder, "key");
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "open sesame", "-f", keyFile]);
    try {
      const person = new Person(["open sesame"]);
      const access = { host: "127.0.0.1", port: 1, username: "u", hostKey: "SHA256:-", keyFile };
      expect(await prepare(access, person)).toEqual({ ...access, passphrase: "open sesame" });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
