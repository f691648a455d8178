import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import type { SshAccess } from "./access";
import { connect } from "./connect";
import type { SshError } from "./error";
import { programHere } from "../../target/testing/available";
import { Sshd } from "./testing/sshd";

/** What `connect` gives instead of a client. */
async function trouble(access: SshAccess, within?: number): Promise<SshError> {
  try {
    (await connect(access, within === undefined ? {} : { within })).end();
  } catch (error) {
    return error as SshError;
  }
  throw new Error("it connected");
}

async function enters(access: SshAccess): Promise<boolean> {
  const client = await connect(access);
  const closed = once(client, "close");
  client.end();
  await closed;
  return true;
}

const openSsh = programHere("sshd");

(openSsh.here ? describe : describe.skip)(openSsh.title("connecting to OpenSSH"), () => {
  let sshd: Sshd;
  beforeAll(async () => (sshd = await Sshd.start({ hostKeys: ["ed25519", "rsa", "ecdsa"] })));
  afterAll(() => sshd[Symbol.asyncDispose]());

  it("enters with the key, at a server whose key is the one handed out", async () => {
    expect(await enters(sshd.access)).toBe(true);
  });

  it.each(["rsa", "ecdsa"])("finds the server’s %s key, if that is the one handed out", async (type) => {
    expect(await enters({ ...sshd.access, hostKey: sshd.fingerprint(type) })).toBe(true);
  });

  it("tells a refused login from all else, and what the server would take", async () => {
    const error = await trouble({ ...sshd.access, keyFile: sshd.file("stranger") });
    expect(error.kind).toBe("login-refused");
    expect(error.details.methods).toContain("publickey");
    expect(error.text.en).toMatch(
      /^The SSH server does not let .* in \(refused: publickey; it takes: .*publickey/,
    );
  });

  it("stops at another key than the one handed out, and shows it", async () => {
    const error = await trouble({ ...sshd.access, hostKey: `SHA256:${"A".repeat(43)}` });
    expect(error.kind).toBe("host-key-changed");
    expect(error.text.en).toContain(`its ssh-ed25519 key is ${sshd.fingerprint()}, not SHA256:AAAA`);
  });

  describe("by known hosts", () => {
    const known = (...lines: readonly string[]): SshAccess => {
      const { hostKey: _pin, ...access } = sshd.access;
      writeFileSync(sshd.file("known_hosts"), `# a comment\n${lines.join("\n")}\n`);
      return { ...access, knownHosts: [sshd.file("missing"), sshd.file("known_hosts")] };
    };
    const entry = (type: string, names = `[127.0.0.1]:${sshd.port}`) => {
      const key = sshd.publicKey(type);
      const kind = key.subarray(4, 4 + key.readUInt32BE(0)).toString();
      return `${names} ${kind} ${key.toString("base64")} comment`;
    };

    it("asks for the type of key that is on file", async () => {
      expect(await enters(known(entry("rsa")))).toBe(true);
    });

    it("reads entries that ssh-keygen hashed", async () => {
      const by = known(entry("ecdsa"));
      execFileSync("ssh-keygen", ["-q", "-H", "-f", sshd.file("known_hosts")], { stdio: "ignore" });
      expect(await enters(by)).toBe(true);
    });

    it("reads patterns, and hosts without port", async () => {
      expect(await enters(known(entry("rsa", `*.example.org,[127.0.0.?]:${sshd.port}`)))).toBe(true);
      expect(await enters(known(entry("ed25519", "127.0.0.1")))).toBe(true);
    });

    it("accepts no server that is not on file, and shows its key", async () => {
      const error = await trouble(known(entry("rsa", `127.0.0.*,!127.0.0.1`)));
      expect(error.kind).toBe("host-key-unknown");
      expect(error.text.en).toContain(`--ssh-host-key ${sshd.fingerprint()} (TP_SSH_HOST_KEY)`);
    });

    it("accepts no other key than the one on file", async () => {
      const other = entry("ed25519").replace(sshd.publicKey("ed25519").toString("base64"), publicKeyOf(sshd));
      expect((await trouble(known(other))).kind).toBe("host-key-changed");
    });

    it("accepts no revoked key", async () => {
      const by = known(entry("ed25519"), `@revoked ${entry("ed25519", "*")}`);
      expect((await trouble(by)).kind).toBe("host-key-revoked");
    });
  });

  it("tells what is wrong with a key file", async () => {
    const kind = async (keyFile: string, passphrase?: string) => {
      const error = await trouble({
        ...sshd.access,
        keyFile,
        ...(passphrase === undefined ? {} : { passphrase }),
      });
      return `${error.kind}: ${error.text.en}`;
    };
    const locked = sshd.file("locked");
    execFileSync("ssh-keygen", ["-q", "-t", "rsa", "-N", "open sesame", "-f", locked]);
    expect(await kind(sshd.file("nothing"))).toMatch(/^key-unreadable: .*there is no such file/);
    expect(await kind(sshd.file("user.pub"))).toMatch(/^key-unreadable: .*public key/);
    expect(await kind(sshd.file("login"))).toMatch(/^key-unreadable: .*no private key/);
    expect(await kind(locked)).toMatch(/^key-encrypted: .*put its passphrase into TP_SSH_PASSPHRASE/);
    expect(await kind(locked, "no")).toMatch(/^key-encrypted: .*does not open/);
    expect(await kind(locked, "open sesame")).toMatch(/^login-refused/);
  });

  it("enters with the keys of an agent", async () => {
    const socket = sshd.file("agent");
    const agent = execFileSync("ssh-agent", ["-a", socket], { encoding: "utf8" });
    try {
      const { keyFile, ...access } = sshd.access;
      execFileSync("ssh-add", ["-q", sshd.file("user")], { env: { ...process.env, SSH_AUTH_SOCK: socket } });
      expect(keyFile).toBeDefined();
      expect(await enters({ ...access, agent: socket })).toBe(true);
      expect((await trouble({ ...access, agent: sshd.file("no-agent") })).kind).toBe("login-refused");
      expect((await trouble(access)).kind).toBe("no-credentials");
    } finally {
      process.kill(Number(/AGENT_PID=(\d+)/.exec(agent)?.[1]));
    }
  });
});

function publicKeyOf(sshd: Sshd): string {
  return execFileSync("cat", [sshd.file("stranger.pub")], { encoding: "utf8" }).split(" ")[1] ?? "";
}

describe("connecting to what is no SSH server", () => {
  const access = { host: "127.0.0.1", port: 1, username: "u", password: "p", hostKey: "SHA256:-" };
  let server: Server | undefined;
  const listening = async (onConnection: Parameters<typeof createServer>[1]) => {
    server = createServer(onConnection).listen(0, "127.0.0.1");
    await once(server, "listening");
    return { ...access, port: (server.address() as { port: number }).port };
  };
  afterEach(() => server?.close());

  it("tells a closed port", async () => {
    const error = await trouble(access);
    expect(`${error.kind}: ${error.text.en}`).toMatch(
      /^port-closed: Nothing listens on port 1 of 127\.0\.0\.1/,
    );
  });

  it("tells a host that nobody knows", async () => {
    expect((await trouble({ ...access, host: "no-such-host.invalid" })).kind).toBe("host-unknown");
  });

  it("tells a server that speaks something else, says nothing, or hangs up", async () => {
    const web = await listening(
      (socket) =>
        void socket
          .on("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"))
          .on("error", () => undefined),
    );
    expect((await trouble(web)).kind).toBe("not-ssh");
    server?.close();
    const hasty = await listening((socket) => void socket.on("error", () => undefined).end());
    expect((await trouble(hasty)).kind).toBe("not-ssh");
    server?.close();
    const silent = await listening((socket) => void socket.on("error", () => undefined).resume());
    expect((await trouble(silent, 200)).kind).toBe("not-ssh");
  });
});
