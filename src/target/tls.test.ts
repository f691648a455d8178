import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import mqtt from "mqtt";
import { RECIPES } from "../../certs";
import { asFiles, nodeSays, run } from "../../certs/testing";
import { startContainer } from "./container";
import { startEmbedded } from "./embedded";
import { startNative } from "./native";
import type { Target, TlsAccess } from "./target";
import { dockerHere, mosquittoHere, programHere } from "./testing/available";

const docker = dockerHere();
const mosquitto = mosquittoHere();
const clients = programHere("mosquitto_pub");

function tlsOf(target: Target): TlsAccess & { readonly certificate: string } {
  const { tls } = target;
  if (tls?.certificate === undefined) throw new Error("no TLS, or nothing to hand out");
  return { ...tls, certificate: tls.certificate };
}

/** What comes back of a message that is published and subscribed to inside TLS. */
async function echo(target: Target): Promise<string> {
  const { address, name, certificate } = tlsOf(target);
  const client = await mqtt.connectAsync({
    ...address,
    protocol: "mqtts",
    servername: name,
    ca: certificate,
    reconnectPeriod: 0,
  });
  const received = new Promise<string>((resolve) => {
    client.on("message", (_topic, payload) => {
      resolve(payload.toString());
    });
  });
  await client.subscribeAsync("tls/echo", { qos: 1 });
  await client.publishAsync("tls/echo", "inside", { qos: 1 });
  const payload = await received;
  await client.endAsync();
  return payload;
}

(mosquitto.here ? describe : describe.skip)(mosquitto.title("TLS of a native broker"), () => {
  it("is MQTT, for who has the certificate and for nobody else", async () => {
    await using target = await startNative();
    const { address, certificate, name } = tlsOf(target);
    await expect(echo(target)).resolves.toBe("inside");
    const other = (await RECIPES.good()).certificate;
    await expect(nodeSays(address.port, other)).resolves.toBe("DEPTH_ZERO_SELF_SIGNED_CERT");
    await expect(nodeSays(address.port, certificate, "other")).resolves.toBe("ERR_TLS_CERT_ALTNAME_INVALID");
    expect([name, target.capabilities.has("tls")]).toEqual(["localhost", true]);
  });

  it("keeps its key for its owner", async () => {
    await using target = await startNative();
    const modeOf = (file: string) => statSync(join(target.directory, file)).mode & 0o777;
    expect([modeOf("mosquitto.key"), modeOf("mosquitto.crt")]).toEqual([0o600, 0o644]);
    expect(readFileSync(join(target.directory, "mosquitto.crt"), "utf8")).toBe(target.tls?.certificate);
  });

  it("shows the certificate that it is given", async () => {
    await using target = await startNative({ certificate: await RECIPES.expired() });
    const { address, certificate } = tlsOf(target);
    await expect(nodeSays(address.port, certificate)).resolves.toBe("CERT_HAS_EXPIRED");
  });

  it("is left out where the configuration opens listeners itself", async () => {
    await using target = await startNative({ config: ["listener 0 127.0.0.1"] });
    expect([target.tls, target.capabilities.has("tls")]).toEqual([undefined, false]);
  });
});

const both = mosquitto.here ? clients : mosquitto;

(both.here ? describe : describe.skip)(both.title("mosquitto_pub --cafile"), () => {
  /** Its exit status. */
  const publish = async (...args: string[]) =>
    (await run("mosquitto_pub", ["-q", "1", "-t", "tls", "-m", "x", ...args])).status;

  it("accepts the native broker by name and by address, with the right certificate", async () => {
    await using target = await startNative();
    using files = await asFiles({ certificate: tlsOf(target).certificate, key: "" });
    using others = await asFiles(await RECIPES.good());
    const port = String(tlsOf(target).address.port);
    await expect(publish("-h", "localhost", "-p", port, "--cafile", files.certificate)).resolves.toBe(0);
    await expect(publish("-h", "127.0.0.1", "-p", port, "--cafile", files.certificate)).resolves.toBe(0);
    await expect(publish("-h", "localhost", "-p", port, "--cafile", others.certificate)).resolves.not.toBe(0);
  });

  it("is asked for a certificate on the TLS port, and on the plain one for nothing", async () => {
    await using target = await startNative({
      tlsConfig: ["require_certificate true", "cafile mosquitto.crt"],
    });
    using files = await asFiles({ certificate: tlsOf(target).certificate, key: "" });
    const [tls, plain] = [tlsOf(target), target].map(({ address }) => String(address.port)) as [
      string,
      string,
    ];
    await expect(publish("-h", "localhost", "-p", tls, "--cafile", files.certificate)).resolves.not.toBe(0);
    await expect(publish("-h", "127.0.0.1", "-p", plain)).resolves.toBe(0);
  });
});

(docker.here ? describe : describe.skip)(docker.title("TLS of a broker in a container"), () => {
  jest.setTimeout(30_000);

  it.each(docker.images)("is MQTT, on a port of loopback (%s)", async (image) => {
    await using target = await startContainer({ image });
    await expect(echo(target)).resolves.toBe("inside");
    const published = execFileSync("docker", ["port", target.containerId], { encoding: "utf8" });
    expect(published.trim().split("\n").sort()).toEqual([
      `1883/tcp -> 127.0.0.1:${target.address.port}`,
      `8883/tcp -> 127.0.0.1:${tlsOf(target).address.port}`,
    ]);
  });

  it("is left out of a container whose configuration opens listeners itself", async () => {
    await using target = await startContainer({ config: ["listener 1884"] });
    expect([target.tls, target.capabilities.has("tls")]).toEqual([undefined, false]);
  });
});

describe("TLS of the embedded broker", () => {
  jest.setTimeout(20_000);

  it("is MQTT too, with a certificate of its own", async () => {
    await using target = await startEmbedded();
    await expect(echo(target)).resolves.toBe("inside");
    const other = (await RECIPES.good()).certificate;
    await expect(nodeSays(tlsOf(target).address.port, other)).resolves.toBe("DEPTH_ZERO_SELF_SIGNED_CERT");
    expect(target.capabilities.has("tls")).toBe(true);
  });
});

const proc = existsSync("/proc/self/cmdline");
const missing = proc ? "" : " [left out: there is no /proc]";

(proc ? describe : describe.skip)(`the embedded broker's process${missing}`, () => {
  it("shows its key neither on its command line nor in its environment", async () => {
    await using target = await startEmbedded();
    const [line = "", env = ""] = ["cmdline", "environ"].map((what) =>
      readFileSync(`/proc/${target.pid}/${what}`, "utf8"),
    );
    expect(line).toContain("broker.mts");
    expect(line + env).not.toContain("PRIVATE KEY");
  });
});
