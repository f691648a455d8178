/** What can go wrong: one clear sentence in the reader's language, an exit status, no stack trace, and no hang. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RECIPES } from "../../certs";
import { startNative, type NativeOptions, type NativeTarget } from "../../src/target/native";
import { mosquittoHere } from "../../src/target/testing/available";
import type { Lang } from "../../src/words/text";
import { wordsOf } from "../../src/words/words";
import { fill, type Values, type WordKey } from "../../src/client/problem";
import { comparable } from "./output";
import { PROGRAMS, start, type Ended, type Kind, type Program, type Running, type Start } from "./programs";

jest.setTimeout(60_000);

const here = PROGRAMS.filter(({ missing }) => missing === undefined);
const mosquitto = mosquittoHere();

/** Nobody listens there: no port of those that are given out at random. */
const NOBODY = ["--host", "127.0.0.1", "--port", "1"];

type During = (program: Program, running: Running) => Promise<void>;
type Outcomes = Record<Lang, readonly Ended[]>;

/**
 * How it ends: in English in one of the programs and in French in all others, one outcome when they agree.
 * `words.test.ts` holds all of them to the same texts.
 */
async function outcomes(
  kind: Kind,
  args: readonly string[],
  options: Start = {},
  during?: During,
): Promise<Outcomes> {
  const outcome = async (program: Program, lang: Lang) => {
    const running = start(program, kind, args, { ...options, lang });
    await during?.(program, running);
    return comparable(await running.ended, program, kind);
  };
  const last = here.slice(-1);
  const french = (here.length > 1 ? here.slice(0, -1) : last).map((program) => outcome(program, "fr"));
  const english = last.map((program) => outcome(program, "en"));
  return { en: different(await Promise.all(english)), fr: different(await Promise.all(french)) };
}

function different(ended: readonly Ended[]): readonly Ended[] {
  const texts = new Map(ended.map((one) => [JSON.stringify(one), one]));
  return [...texts.values()];
}

/** One outcome in each language: that sentence on standard error, and nothing else there. */
function saying(key: WordKey, values: Values = {}, status = 2): Outcomes {
  const one = (lang: Lang): Ended[] => {
    const stderr = `${fill(wordsOf(lang).client.common[key], values)}\n`;
    return [{ status, stderr, stdout: expect.any(String) as string }];
  };
  return { en: one("en"), fr: one("fr") };
}

/** Places as `comparable` leaves them. */
const HERE = { place: "127.0.0.1:PORT" };
const LOCALHOST = { place: "localhost:PORT" };

describe("a command line that cannot be", () => {
  const cases: readonly [Kind, readonly string[], WordKey, Values][] = [
    ["qos", ["--qos", "3"], "bad_option", { option: "--qos" }],
    ["ping", ["--keepalive", "--port", "1"], "bad_option", { option: "--keepalive" }],
    ["sub", ["--host="], "bad_option", { option: "--host" }],
    ["pub", ["--retain=1"], "bad_option", { option: "--retain" }],
    ["pub", ["--retained"], "unknown_option", { word: "--retained" }],
    ["ping", ["localhost"], "unknown_option", { word: "localhost" }],
    ["pub", ["--topic", "maison/#"], "bad_topic", { topic: "maison/#" }],
    ["sub", ["--topic", "maison/#/salon"], "bad_filter", { topic: "maison/#/salon" }],
    ["tls", ["--ca", "nowhere.crt"], "no_ca", { ca: "nowhere.crt" }],
    ["tls", ["--ca", __filename], "bad_ca", { ca: __filename }],
  ];
  it.each(cases)("%s %j", async (kind, args, key, values) => {
    expect(await outcomes(kind, args)).toEqual(saying(key, values));
  });
});

describe("an address where there is no broker", () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  /** @param answer what the server says to whoever connects; nothing at all when absent */
  async function listen(answer?: string): Promise<string[]> {
    const listening = createServer((socket) => {
      socket.on("error", () => socket.destroy());
      if (answer !== undefined) socket.on("data", () => socket.end(answer));
    });
    server = listening;
    await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
    return ["--host", "127.0.0.1", "--port", String((listening.address() as AddressInfo).port)];
  }
  it("an unknown host", async () => {
    const host = "nowhere.invalid";
    expect(await outcomes("pub", ["--host", host])).toEqual(saying("not_found", { host }));
  });
  it("nobody listens", async () => {
    expect(await outcomes("sub", NOBODY)).toEqual(saying("refused", HERE));
  });
  it("the host comes from TP_HOST", async () => {
    const options = { env: { TP_HOST: "127.0.0.1" } };
    expect(await outcomes("ping", ["--port", "1"], options)).toEqual(saying("refused", HERE));
  });
  it("another service", async () => {
    const args = await listen("HTTP/1.1 400 Bad Request\r\n\r\n");
    expect(await outcomes("qos", args)).toEqual(saying("not_mqtt", HERE));
  });
  it("a service that says nothing", async () => {
    const args = await listen();
    expect(await outcomes("qos", args)).toEqual(saying("silent", HERE));
  });
  it("a service that says nothing, to TLS", async () => {
    const args = [...(await listen()), "--ca", "mosquitto.crt"];
    const folder = mkdtempSync(join(tmpdir(), "tp-mqtt-clients-"));
    writeFileSync(join(folder, "mosquitto.crt"), (await RECIPES.good()).certificate);
    expect(await outcomes("tls", args, { cwd: folder })).toEqual(saying("silent", HERE));
    rmSync(folder, { recursive: true });
  });
  it("Ctrl-C while it says nothing", async () => {
    const args = await listen();
    const interrupted = await outcomes("sub", args, {}, async (_program, running) => {
      await running.shows(/CONNECT/);
      running.interrupt();
    });
    expect(interrupted).toEqual(saying("interrupted", {}, 130));
  });
});

(mosquitto.here ? describe : describe.skip)(mosquitto.title("a broker that is not as expected"), () => {
  let folder: string;
  let broker: NativeTarget;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tp-mqtt-clients-"));
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await broker[Symbol.asyncDispose]();
  });

  async function startBroker(options: NativeOptions = {}): Promise<{ plain: string[]; tls: string[] }> {
    broker = await startNative(options);
    const { address, tls } = broker;
    writeFileSync(join(folder, "mosquitto.crt"), tls?.certificate ?? "");
    return {
      plain: ["--host", "127.0.0.1", "--port", String(address.port)],
      tls: ["--host", "localhost", "--port", String(tls?.address.port ?? 0)],
    };
  }
  it("TLS is spoken to the plain port", async () => {
    const { plain } = await startBroker();
    expect(await outcomes("tls", plain, { cwd: folder })).toEqual(saying("not_tls", HERE));
  });
  it("MQTT is spoken to the TLS port", async () => {
    const { tls } = await startBroker();
    expect(await outcomes("qos", tls)).toEqual(saying("not_mqtt", LOCALHOST));
  });

  it.each(["expired", "not-yet-valid"] as const)("its certificate is %s", async (recipe) => {
    const { tls } = await startBroker({ certificate: await RECIPES[recipe]() });
    expect(await outcomes("tls", tls, { cwd: folder })).toEqual(saying("expired", LOCALHOST));
  });
  it("its certificate is another machine's", async () => {
    const { tls } = await startBroker({ certificate: await RECIPES["wrong-name"]() });
    const sentence = saying("wrong_name", { ...LOCALHOST, host: "localhost" });
    expect(await outcomes("tls", tls, { cwd: folder })).toEqual(sentence);
  });

  it.each(["good", "other-ca"] as const)("its certificate is not the one handed out (%s)", async (recipe) => {
    const { tls } = await startBroker({ certificate: await RECIPES[recipe]() });
    writeFileSync(join(folder, "mosquitto.crt"), (await RECIPES.good()).certificate);
    const sentence = saying("untrusted", { ...LOCALHOST, ca: "mosquitto.crt" });
    expect(await outcomes("tls", tls, { cwd: folder })).toEqual(sentence);
  });
  it("the login is refused", async () => {
    const { plain } = await startBroker({ config: ["allow_anonymous false"] });
    const options = { env: { TP_PASSWORD: "wrong" } };
    const told = await outcomes("pub", [...plain, "--username", "zoé"], options);
    expect(told).toEqual(saying("login", { code: 5 }));
  });
  it("fewer messages come than were asked for", async () => {
    const { plain } = await startBroker();
    const told = await outcomes("sub", [...plain, "--count", "1", "--seconds", "1"]);
    expect(told).toEqual(saying("late", { seconds: 1 }));
  });
  it("Ctrl-C ends a subscriber, which says goodbye", async () => {
    const { plain } = await startBroker();
    const interrupted = await outcomes("sub", plain, {}, async (_program, running) => {
      await running.shows(/SUBACK/);
      running.interrupt();
    });
    expect(interrupted).toEqual(saying("interrupted", {}, 130));
    expect(interrupted.fr[0]?.stdout).toMatch(/→ DISCONNECT\nMessages reçus\s: 0\.\n$/);
  });
  it("the broker stops in the middle", async () => {
    const { plain } = await startBroker();
    let subscribed = 0;
    const told = await outcomes("sub", plain, {}, async (_program, running) => {
      await running.shows(/SUBACK/);
      subscribed += 1;
      if (subscribed === Math.max(here.length, 2)) await broker[Symbol.asyncDispose]();
    });
    expect(told).toEqual(saying("lost"));
  });
});
