import { fromEnvironment, targetSettings, VARIABLES, type RawSettings } from "./settings";
import { TargetError } from "./target";

describe("targetSettings", () => {
  it("is auto on the standard port when nothing is said", () => {
    expect(targetSettings({})).toEqual({ target: "auto", port: 1883 });
  });

  it("takes a host as remote and an image as container", () => {
    const remote = { target: "remote", host: "h", port: 8, username: "u", password: "p" };
    expect(targetSettings({ host: "h", port: "8", username: "u", password: "p" })).toEqual(remote);
    expect(targetSettings({ image: "i:1" })).toEqual({ target: "container", image: "i:1", port: 1883 });
  });

  it("lets an image be named beside auto", () => {
    expect(targetSettings({ image: "i:1", target: "auto" })).toMatchObject({ target: "auto", image: "i:1" });
  });

  it("takes the certificate of a remote broker as a wish for TLS, on its port unless another is named", () => {
    expect(targetSettings({ host: "h", ca: "c" })).toMatchObject({ ca: "c", tlsPort: 8883 });
    expect(targetSettings({ host: "h", ca: "c", tlsPort: "9" })).toMatchObject({ ca: "c", tlsPort: 9 });
    expect(targetSettings({ host: "h", tlsPort: "9" })).toEqual({
      target: "remote",
      host: "h",
      port: 1883,
      tlsPort: 9,
    });
    expect(targetSettings({ host: "h" })).not.toHaveProperty("tlsPort");
  });

  it.each<[RawSettings, string]>([
    [{ target: "contaner" }, "no target “contaner”"],
    [{ host: "h", port: "0" }, "“0” is not a port number"],
    [{ host: "h", port: "65536" }, "“65536” is not a port number"],
    [{ host: "h", port: "1e3" }, "“1e3” is not a port number"],
    [{ host: "h", tlsPort: "tls" }, "“tls” is not a port number: --tls-port (TP_TLS_PORT) takes"],
    [{ ca: "c" }, "--ca (TP_CA) is about a broker that is already running, but the target is auto"],
    [{ target: "native", tlsPort: "8883" }, "--tls-port (TP_TLS_PORT) is about a broker"],
    [{ target: "remote" }, "give --host (TP_HOST)"],
    [{ port: "1884" }, "--port (TP_PORT) is about a broker that is already running, but the target is auto"],
    [{ target: "native", logCommand: "x" }, "--log-command (TP_LOG_COMMAND) is about a broker"],
    [{ host: "h", password: "p" }, "give --username (TP_USERNAME) too"],
    [{ host: "h", logCommand: "x", logFile: "y" }, "log was named twice"],
  ])("refuses %j in one sentence", (raw, words) => {
    expect(() => targetSettings(raw)).toThrow(TargetError);
    expect(() => targetSettings(raw)).toThrow(words);
  });
});

describe("fromEnvironment", () => {
  it("reads every variable, and an empty one as not set", () => {
    const words = Object.keys(VARIABLES);
    const env = Object.fromEntries(Object.values(VARIABLES).map((variable, i) => [variable, words[i]]));
    expect(fromEnvironment(env)).toEqual(Object.fromEntries(words.map((word) => [word, word])));
    expect(fromEnvironment({ TP_HOST: "", OTHER: "x" })).toEqual({});
  });
});
