import { startTarget } from ".";
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
