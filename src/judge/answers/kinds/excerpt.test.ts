import fc from "fast-check";
import {
  asking,
  judged,
  logLines,
  PLACE,
  QOS0,
  QOS1,
  QOS2,
  cutOut,
  withExcerpt,
  written,
} from "../evidence/testing/excerpts";
import { SHOWINGS, type Showing } from "../question";
import { judgeExcerpt } from "./excerpt";
import { CONTEXT, HOSTILE, outcome, said } from "./testing/judge";

const PINGS = cutOut(logLines("03-keepalive-pings.2.0.11"), "as mk5", "Received PINGREQ from p1k2");
const NEW = logLines("01-qos012-mosquitto_clients.2.1.2");

const without = (lines: readonly string[], text: string) => lines.filter((line) => !line.includes(text));
const only = (lines: readonly string[], text: string) => lines.filter((line) => line.includes(text));

/** Lines with two of them exchanged. */
function swapped(lines: readonly string[], one: string, other: string): string[] {
  const [i, j] = [one, other].map((text) => lines.findIndex((line) => line.includes(text)));
  return lines.map((line, at) => (at === i ? lines[j ?? 0] : at === j ? lines[i ?? 0] : line) ?? line);
}

describe("an excerpt of a real log", () => {
  it.each<[string, readonly string[], readonly Showing[]]>([
    ["a connection", QOS1, ["connect", "connack"]],
    ["a subscription", QOS1, ["subscribe", "suback"]],
    ["a publication at QoS 0", QOS0, ["qos0"]],
    ["a publication at QoS 1", only(QOS1, "p1pub1"), ["qos1"]],
    ["a delivery at QoS 1", only(QOS1, "p1sub1"), ["qos1"]],
    ["a publication at QoS 2", only(QOS2, "p1pub2"), ["qos2"]],
    ["a delivery at QoS 2", only(QOS2, "p1sub2"), ["qos2"]],
    ["all levels, of several clients", [...QOS0, ...QOS1, ...QOS2], ["qos0", "qos1", "qos2"]],
    ["all levels, in another order", [...QOS2, "", ...QOS0, "[...]", ...QOS1], ["qos0", "qos1", "qos2"]],
    ["pings", PINGS, ["ping"]],
    ["the log of 2.1", NEW, ["connect", "connack", "subscribe", "suback", "qos0", "qos1", "qos2"]],
  ])("shows %s", (_name, lines, shows) => {
    const { share, tells } = judged(lines, shows);
    expect(share).toBe(1);
    expect(tells).toEqual([]);
  });

  it("of 1.6 is read too", () => {
    const lines = [
      "1795414497: New client connected from 127.0.0.1 as a (p2, c1, k60).",
      "1795414497: Sending CONNACK to a (0, 0)",
      "1795414497: Received PUBLISH from a (d0, q1, r0, m1, 't', ... (3 bytes))",
      "1795414497: Sending PUBACK to a (m1, rc0)",
    ];
    expect(judged(lines, ["connect", "connack", "qos1"]).share).toBe(1);
  });

  it("may stand in the place of the answer", () => {
    const { answer } = withExcerpt("", only(QOS1, "p1pub1").join("\n"));
    expect(judgeExcerpt({ answer }, asking("qos1"), CONTEXT).share).toBe(1);
    const excerpt = written("voir ma réponse");
    expect(judgeExcerpt({ answer, excerpt }, asking("qos1"), CONTEXT).share).toBe(1);
  });

  it("counts what it shows of what it must show", () => {
    expect(judged([...QOS0, ...QOS1], ["qos0", "qos1", "qos2"]).share).toBeCloseTo(2 / 3);
    expect(judged(QOS1, ["qos2"]).share).toBe(0);
    expect(judged(QOS1, ["ping"]).share).toBe(0);
  });
});

describe("a fault in an excerpt", () => {
  const exchange = only(QOS2, "p1pub2").filter((line) => line.includes(" PUB"));

  it.each(["PUBLISH", "PUBREC", "PUBREL", "PUBCOMP"])("%s left out: it is not complete", (packet) => {
    const { share, tells } = judged(without(exchange, packet), ["qos2"]);
    expect(share).toBe(0);
    expect(said(tells)).toContain("QoS 2 : l’échange n’est pas complet");
    expect(said(tells)).not.toMatch(/PUB/);
  });

  it("PUBACK left out: it is not complete, and QoS 0 it is not either", () => {
    const lines = without(only(QOS1, "p1pub1"), "PUBACK");
    expect(judged(lines, ["qos1"]).share).toBe(0);
    expect(judged(lines, ["qos0"]).share).toBe(0);
  });

  it("the filter's lines left out: what was subscribed to is not shown", () => {
    const { share } = judged(
      QOS1.filter((line) => !/p\/q1( |$)/.test(line)),
      ["subscribe", "suback"],
    );
    expect(share).toBe(0.5);
  });

  it("lines of two clients: half a connection is shown", () => {
    const lines = [...only(QOS1, "as p1pub1"), ...only(QOS1, "CONNACK to p1sub1")];
    const { share, tells } = judged(lines, ["connect", "connack"]);
    expect(share).toBe(0.5);
    expect(said(tells)).toContain("the lines are not all of the same client");
  });

  it("an exchange whose packets are those of two clients is none", () => {
    const lines = [...only(QOS1, "PUBLISH from p1pub1"), "1795414497: Sending PUBACK to other (m1, rc0)"];
    expect(judged(lines, ["qos1"]).share).toBe(0);
  });

  it.each<[string, readonly string[], Showing]>([
    [
      "another packet identifier in the answer",
      exchange.map((line) => line.replace(/(PUBCOMP .*)\(m\d+/, "$1(m9")),
      "qos2",
    ],
    ["two lines exchanged", swapped(exchange, "PUBREC", "PUBREL"), "qos2"],
    ["the answer before the question", swapped(only(QOS1, "p1pub1"), " PUBLISH", "PUBACK"), "qos1"],
    ["CONNACK before the connection", swapped(QOS1, "as p1sub1", "CONNACK to p1sub1"), "connack"],
    ["PINGRESP before PINGREQ", ["1: Sending PINGRESP to a", "1: Received PINGREQ from a"], "ping"],
    [
      "values on a packet that has none",
      QOS1.map((line) => line.replace(/(SUBACK to \S+)/, "$1 (0, 0)")),
      "subscribe",
    ],
    ["a code where no version prints one", [...exchange, "1: Received PUBREC from x (Mid: 1, RC:0)"], "qos2"],
    ["a packet that is never logged", [...QOS1, "1795414499: Received CONNECT from p1sub1"], "connect"],
    ["a packet in the wrong direction", [...PINGS, "06:18:00: Received PINGRESP from mk5"], "ping"],
    [
      "a time that runs backwards",
      QOS2.map((line, i) => line.replace(/8(?=:)/, String(9 - (i % 2)))),
      "qos2",
    ],
    ["a packet identifier at QoS 0", QOS0.map((line) => line.replace("m0", "m4")), "qos0"],
    ["QoS 1 typed over by 0", QOS1.map((line) => line.replace("q1, r0, m1", "q0, r0, m0")), "qos0"],
    ["a p that there is not", QOS1.map((line) => line.replace("(p2", "(p7")), "connect"],
    ["a refused connection", QOS1.map((line) => line.replace("(0, 0)", "(0, 5)")), "connack"],
  ])("%s is for the teacher, with a reason", (_name, lines, showing) => {
    const { share, ungradable, reasons } = judged(lines, [showing]);
    expect([share, ungradable]).toEqual([null, undefined]);
    expect(reasons[0]?.fr).toBeTruthy();
  });

  it("what belongs to two excerpts, or to two connections, is no exchange", () => {
    const [publish, puback] = [only(QOS1, "PUBLISH from p1pub1"), only(QOS1, "PUBACK to p1pub1")];
    const earlier = puback.map((line) => line.replace(/7(?=: )/, "1"));
    expect(judged([...publish, "[...]", ...puback], ["qos1"]).share).toBe(1);
    expect(judged([...publish, "[...]", ...earlier], ["qos1"]).share).not.toBe(1);
    const end = "1795414497: Client p1pub1 disconnected.";
    expect(judged([...publish, end, ...puback], ["qos1"]).share).not.toBe(1);
  });

  it("a PINGRESP that answers no PINGREQ of the excerpt shows nothing", () => {
    expect(judged(["1: Sending PINGRESP to a", "[...]", "1: Received PINGREQ from a"], ["ping"]).share).toBe(
      0,
    );
  });

  it("an exchange that goes on in another connection is for the teacher", () => {
    const lines = cutOut(logLines("07-dup-redelivery.2.0.11"), "as d2", "Received PUBCOMP from d2");
    expect(judged(only(lines, " d2"), ["qos2"]).share).toBeNull();
  });

  it("does not spoil what is whole beside it, where lines were left out and that is marked", () => {
    const later = only(QOS1, "PUBACK to p1pub1").map((line) => line.replace("m1", "m9"));
    expect(judged([...only(QOS2, "p1pub2"), "[...]", ...later], ["qos2"]).share).toBe(1);
  });
});

describe("what is no excerpt", () => {
  it.each(["voir capture", "12 0.1 10.0.0.1 10.0.0.2 MQTT 68 Publish Message", "PUBLISH\nPUBACK"])(
    "cannot be graded, and is told where it stands: %s",
    (text) => {
      const judgement = judged(text, ["qos1"]);
      expect(outcome(judgement)).toBe("ungradable");
      expect(judgement.tells[0]?.en).toMatch(
        `${PLACE.line}:${PLACE.column}: this is not a line of a Mosquitto log`,
      );
    },
  );

  it("is left out beside lines of a log, and told", () => {
    const { share, tells } = judged(["J'ai lancé le script :", ...only(QOS1, "p1pub1")], ["qos1"]);
    expect(share).toBe(1);
    expect(tells).toHaveLength(1);
    expect(tells[0]?.fr).toContain("« J'ai lancé le script : »");
  });
});

describe("clients that the student gives", () => {
  const student = (...clients: string[]) => ({ student: { name: "", number: "", clients } });

  it("are looked at first, and others are for the teacher", () => {
    expect(judged(QOS1, ["qos1"], student("P1PUB1 ")).share).toBe(1);
    expect(judged(QOS1, ["qos1"], student("other", "p1sub1")).share).toBe(1);
    const { share, reasons } = judged(QOS1, ["qos1"], student("other"));
    expect(share).toBeNull();
    expect(said(reasons)).toContain("p1pub1");
  });

  it("are nobody where none is given, and nothing is made of what earns nothing", () => {
    const many = judged([...QOS0, ...QOS1, ...QOS2], ["qos0", "qos1", "qos2"], student("other"));
    expect(many.reasons.filter(({ en }) => en.startsWith("not one of the client identifiers"))).toHaveLength(
      1,
    );
    expect(judged(QOS1, ["qos1"], student("", " ")).share).toBe(1);
    expect(judged(QOS1, ["ping"], student("other")).share).toBe(0);
  });
});

describe("whatever an excerpt is", () => {
  const whole = [...QOS0, ...QOS1, ...QOS2, ...PINGS];
  const shows = fc.uniqueArray(fc.constantFrom(...SHOWINGS), { minLength: 1 });

  it("what is taken away from it never earns more", () => {
    const source = fc.constantFrom(whole, QOS0, QOS1, QOS2, PINGS, NEW);
    const kept = fc.infiniteStream(fc.boolean());
    fc.assert(
      fc.property(source, shows, kept, (lines, asked, keep) => {
        const rest = lines.filter(() => keep.next().value);
        expect(judged(rest, asked).share ?? 0).toBeLessThanOrEqual(judged(lines, asked).share ?? 0);
      }),
    );
  });

  it("decoration changes nothing", () => {
    const one = fc.constantFrom<(line: string) => string>(
      (line) => `  ${line}`,
      (line) => `mosquitto-1  | ${line}`,
      (line) => `${line}\r`,
      (line) => line.replace(/^\d+: /, ""),
      (line) => `> ${line}`,
      (line) =>
        line.replace(/^(\d{10}): /, (_, s: string) => `${new Date(Number(s) * 1000).toISOString()}: `),
      (line) => line.replaceAll("'", "’"),
    );
    fc.assert(
      fc.property(fc.constantFrom(QOS0, QOS1, QOS2, NEW), one, shows, (lines, decorate, asked) => {
        expect(judged(lines.map(decorate), asked)).toEqual(judged(lines, asked));
      }),
    );
  });

  it.each(HOSTILE)("there is an answer at once: %s", (_name, text) => {
    expect(outcome(judged(text, SHOWINGS))).toBe("ungradable");
  });

  it("a log of thousands of lines is answered", () => {
    const publish = "1: Received PUBLISH from a (d0, q2, r0, m1, 'x', ... (1 bytes))\n";
    expect(outcome(judged(publish.repeat(100_000), SHOWINGS))).toBe(0);
  });
});
