/** Section 1.2: each of the five clients, in each program and each language, against a real broker. */
import type { Packet } from "../../src/evidence/wire/mqtt/packet";
import { everyRequestAnswered } from "../../src/judge/claims/acknowledged";
import { logTellsWire } from "../../src/judge/claims/log-tells-wire";
import type { Scene } from "../../src/judge/scene";
import { mosquittoHere } from "../../src/target/testing/available";
import { LANGS, type Lang } from "../../src/words/text";
import { Bench, ROLE } from "./bench";
import { clientIn, comparable, packetsIn } from "./output";
import { PROGRAMS, start, type Ended, type Kind, type Program } from "./programs";

jest.setTimeout(60_000);

const mosquitto = mosquittoHere();

interface Act {
  readonly name: string;
  readonly kind: Kind;
  readonly args: readonly string[];
  /** The packets that the client must send, by type and in order. */
  readonly sends: string;
  /** What is published to it as soon as it has subscribed. */
  readonly hears?: readonly string[];
}

const exchange = (qos: 0 | 1 | 2) => ["", " PUBACK", " PUBREL PUBREC PUBCOMP"][qos] ?? "";
const thereAndBack = (kind: "qos" | "tls", qos: 0 | 1 | 2): Act => ({
  name: `${kind} ${qos}`,
  kind,
  args: ["--qos", String(qos)],
  sends: `CONNECT SUBSCRIBE PUBLISH${exchange(qos)} DISCONNECT`,
});

const ACTS: readonly Act[] = [
  {
    name: "ping",
    kind: "ping",
    args: ["--keepalive", "1", "--count", "2"],
    sends: "CONNECT PINGREQ PINGREQ DISCONNECT",
  },
  thereAndBack("qos", 0),
  thereAndBack("qos", 1),
  thereAndBack("qos", 2),
  thereAndBack("tls", 1),
  {
    name: "pub",
    kind: "pub",
    args: ["--topic", "maison/entrée", "--message", "21", "--message", "", "--qos", "1", "--retain"],
    sends: "CONNECT PUBLISH PUBLISH DISCONNECT",
  },
  {
    name: "sub",
    kind: "sub",
    args: ["--topic", "maison/+/été", "--topic", "tp/#", "--qos", "2", "--count", "2", "--no-clean"],
    sends: "CONNECT SUBSCRIBE PUBACK PUBACK DISCONNECT",
    hears: ["22 °C : chaud", "\u001b[2Jeffacé"],
  },
];

interface Played {
  readonly ended: Ended;
  readonly scene: Scene;
}

const here = PROGRAMS.filter(({ missing }) => missing === undefined);

(mosquitto.here ? describe : describe.skip)(mosquitto.title("the five clients"), () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await Bench.open();
  });
  afterAll(() => bench[Symbol.asyncDispose]());

  async function play(program: Program, { name, kind, args, hears = [] }: Act, lang: Lang): Promise<Played> {
    const exercise = `${program.name} ${name} ${lang}`;
    const { port } = (await bench.line(exercise, kind === "tls" ? "tls" : "plain")).address;
    const reach = kind === "tls" ? ["--host", "localhost"] : ["--host", "127.0.0.1"];
    const client = start(program, kind, [...reach, "--port", String(port), ...args], {
      lang,
      cwd: bench.folder,
    });
    await client.shows(hears.length > 0 ? /SUBACK/ : /CONNECT/);
    for (const message of hears) await tell(message);
    const ended = await client.ended;
    return { ended, scene: await bench.scene(exercise, clientIn(ended.stdout)) };
  }

  /** Side by side, unless what one of them is told would reach the others too. */
  async function playAll(act: Act, lang: Lang): Promise<Played[]> {
    if (act.hears === undefined) return Promise.all(here.map((program) => play(program, act, lang)));
    const played: Played[] = [];
    for (const program of here) played.push(await play(program, act, lang));
    return played;
  }

  /** Publishes with the handout's own script, or with ours. */
  async function tell(message: string): Promise<void> {
    const publisher = here.at(-1);
    const { host, port } = bench.target.address;
    const args = ["--host", host, "--port", String(port), "--topic", "maison/salon/été", "--qos", "1"];
    if (publisher) await start(publisher, "pub", [...args, "--message", message]).ended;
  }

  describe.each(LANGS)("in %s", (lang) => {
    it.each(ACTS)("$name: what is printed is what the wire and the log saw", async (act) => {
      const played = await playAll(act, lang);
      for (const { ended, scene } of played) {
        expect(ended).toMatchObject({ status: 0, stderr: "" });
        expect(packetsIn(ended.stdout, "→").map(typeOf).join(" ")).toBe(act.sends);
        expectPrinted(ended, scene, act.kind);
      }
      // Each program against the first, character by character.
      const outputs = played.map(({ ended }, i) => comparable(ended, here[i] as Program, act.kind));
      expect(outputs).toEqual(outputs.map(() => outputs[0]));
    });
  });

  /** The printed packets against those of the tap, or, where TLS hides them, against the log. */
  function expectPrinted({ stdout }: Ended, scene: Scene, kind: Kind): void {
    const [sent, received] = [packetsIn(stdout, "→"), packetsIn(stdout, "←")];
    if (kind === "tls") {
      expect(scene.exchange(ROLE)).toEqual([]);
      expect(scene.entries.filter((entry) => entry.source === "tls").length).toBeGreaterThan(4);
      expect(stdout).toMatch(/^TLSv1\.3.* TLS_\w+\n.* CN=localhost, .* \d{4}-\d\d-\d\d \d\d:\d\d UTC$/m);
      const logged = scene.log(ROLE).flatMap(({ event }) => (event.kind === "packet" ? [event] : []));
      expect(received.map(typeOf)).toEqual(
        logged.filter(({ from }) => from === "broker").map(({ type }) => type),
      );
      return;
    }
    expect(sent).toEqual(wire(scene, "client"));
    expect(received).toEqual(wire(scene, "broker"));
    expect(logTellsWire().judge(scene).verdict).toBe("pass");
    expectAnswered(scene);
  }

  function expectAnswered(scene: Scene): void {
    const pairs = [
      ["SUBSCRIBE", "SUBACK"],
      ["PUBREL", "PUBCOMP"],
    ] as const;
    for (const [request, answer] of pairs) {
      if (scene.packets("client", request, { role: ROLE }).length === 0) continue;
      expect(everyRequestAnswered(scene, { role: ROLE, request, answer }).verdict).toBe("pass");
    }
  }
});

function typeOf(line: string): string {
  return line.split(" ")[0] ?? "";
}

/** What a client must print for the packets that the tap saw, sizes worded as in the output. */
function wire(scene: Scene, from: "client" | "broker"): string[] {
  return scene
    .exchange(ROLE)
    .filter((entry) => entry.from === from)
    .map(({ packet }) => expected(packet));
}

function expected(packet: Packet): string {
  const bit = (value: boolean) => (value ? 1 : 0);
  switch (packet.type) {
    case "CONNECT":
      return `CONNECT (p2, c${bit(packet.cleanSession)}, k${packet.keepAlive}) ${packet.clientId}`;
    case "CONNACK":
      return `CONNACK (${bit(packet.sessionPresent)}, ${packet.code})`;
    case "PUBLISH": {
      const flags = `d${bit(packet.dup)}, q${packet.qos}, r${bit(packet.retain)}, m${packet.packetId ?? 0}`;
      return expect.stringMatching(
        RegExp(`^PUBLISH \\(${flags}\\) '${packet.topic}' \\(${packet.payload.length}\\s(octets|bytes)\\)$`),
      ) as string;
    }
    case "SUBSCRIBE": {
      const filters = packet.filters.map(({ filter, qos }) => `'${filter}' q${qos}`);
      return `SUBSCRIBE (m${packet.packetId}) ${filters.join(", ")}`;
    }
    case "SUBACK":
      return `SUBACK (m${packet.packetId}) ${packet.codes.map((code) => `q${code}`).join(", ")}`;
    default:
      return "packetId" in packet ? `${packet.type} (m${packet.packetId})` : packet.type;
  }
}
