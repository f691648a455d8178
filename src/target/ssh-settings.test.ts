import { sshAccess } from "./ssh-settings";
import { targetSettings } from "./settings";

const SHA = `SHA256:${"a".repeat(43)}`;

describe("--ssh", () => {
  it.each([
    ["mqttlogs@lab.example.org", { username: "mqttlogs", host: "lab.example.org", port: 22 }],
    ["mqttlogs@127.0.0.1:2222", { username: "mqttlogs", host: "127.0.0.1", port: 2222 }],
    ["mqttlogs@[::1]:2222", { username: "mqttlogs", host: "::1", port: 2222 }],
    ["mqttlogs@[fe80::1%eth0]", { username: "mqttlogs", host: "fe80::1%eth0", port: 22 }],
    ["me@school@lab", { username: "me@school", host: "lab", port: 22 }],
  ])("takes %s", (ssh, access) => {
    expect(sshAccess({ ssh })).toEqual(access);
  });

  it("takes what is needed to log in", () => {
    const words = {
      ssh: "u@h",
      sshKey: "k",
      sshHostKey: `${SHA}=`,
      sshPassword: "p",
      sshPassphrase: "q",
      sshAgent: "s",
    };
    const access = { keyFile: "k", hostKey: SHA, password: "p", passphrase: "q", agent: "s" };
    expect(sshAccess(words)).toEqual({ username: "u", host: "h", port: 22, ...access });
  });

  it.each([
    ["lab.example.org", /“lab\.example\.org” names no user/],
    ["@lab", /is no login/],
    ["u@", /is no login/],
    ["u@::1", /IPv6 address in brackets/],
    ["u@h:0", /is no login/],
    ["u@h:99999", /is no login/],
    ["u@h:ssh", /is no login/],
  ])("refuses %s in one sentence", (ssh, why) => {
    expect(() => sshAccess({ ssh })).toThrow(why);
  });

  it("refuses what is no fingerprint, and what belongs to no --ssh", () => {
    expect(() => sshAccess({ ssh: "u@h", sshHostKey: "MD5:00" })).toThrow(/is no fingerprint/);
    expect(() => sshAccess({ sshKey: "k" })).toThrow(/belong to --ssh user@host/);
    expect(sshAccess({ sshPassword: "p", sshAgent: "s" })).toBeUndefined();
  });

  it("is one log, and that of a remote broker", () => {
    expect(targetSettings({ host: "h", ssh: "u@h" })).toMatchObject({
      target: "remote",
      ssh: { username: "u" },
    });
    expect(() => targetSettings({ host: "h", ssh: "u@h", logFile: "f" })).toThrow(/log was named twice/);
    expect(() => targetSettings({ target: "native", ssh: "u@h" })).toThrow(
      /^--ssh \(TP_SSH\) is about a broker/,
    );
    expect(targetSettings({ target: "native", sshPassword: "p", sshAgent: "s" })).toEqual({
      target: "native",
      port: 1883,
    });
  });
});
