import { readFileSync } from "node:fs";
import { startTarget } from ".";
import { selfSigned } from "../../certs";
import { asFiles } from "../../certs/testing";
import { targetSettings } from "./settings";
import { mosquittoHere } from "./testing/available";

const { DOCKER_HOST, PATH } = process.env;
const mosquitto = mosquittoHere();

afterEach(() => {
  if (DOCKER_HOST === undefined) delete process.env.DOCKER_HOST;
  else process.env.DOCKER_HOST = DOCKER_HOST;
  process.env.PATH = PATH;
});

(mosquitto.here ? describe : describe.skip)(mosquitto.title("auto"), () => {
  it("takes native where no Docker engine answers, and says why", async () => {
    process.env.DOCKER_HOST = "unix:///nonexistent/docker.sock";
    await using target = await startTarget(targetSettings({}));
    expect(target.kind).toBe("native");
    expect(target.why.en).toMatch(/^auto chose native, .*; not container, since no Docker engine answers$/);
    expect(target.why.fr).toMatch(
      /^auto a choisi native, .* ; pas container, car aucun moteur Docker ne répond$/,
    );
  });

  it("takes native where the image cannot be had, and says how to build it", async () => {
    await using target = await startTarget(targetSettings({ target: "auto", image: "localhost:1/none:1" }));
    expect(target.kind).toBe("native");
    expect(target.why.en).toMatch(
      /not container, since .*(no Docker engine|sudo docker\/build-from-debian\.sh)/,
    );
  });
});

describe("a named target", () => {
  it("is taken or refused, never replaced by another", async () => {
    process.env.DOCKER_HOST = "unix:///nonexistent/docker.sock";
    await expect(startTarget(targetSettings({ target: "container" }))).rejects.toThrow(
      "No Docker engine answers",
    );
  });
});

describe("a remote broker", () => {
  it("is verified by the host that was named, with the certificate that was handed out", async () => {
    using files = await asFiles(await selfSigned({ names: ["broker.example"] }));
    const settings = targetSettings({ host: "broker.example", ca: files.certificate });
    const { tls } = await startTarget(settings);
    expect(tls).toEqual({
      address: { host: "broker.example", port: 8883 },
      name: "broker.example",
      certificate: readFileSync(files.certificate, "utf8"),
    });
  });

  it("is verified by the system's authorities where only its port was named", async () => {
    const { tls } = await startTarget(targetSettings({ host: "broker.example", tlsPort: "8884" }));
    expect(tls).toEqual({ address: { host: "broker.example", port: 8884 }, name: "broker.example" });
  });

  it("is refused with a key in place of the certificate", async () => {
    using files = await asFiles(await selfSigned({ names: ["broker.example"] }));
    const settings = targetSettings({ host: "broker.example", ca: files.key });
    await expect(startTarget(settings)).rejects.toThrow("holds a private key");
  });
});
