import type { QuestionOf } from "../question";
import { judgeCommands } from "./commands";
import { answering, COMMON, CONTEXT, HOSTILE, outcome, said, type Expected } from "./testing/judge";

const QUESTION: QuestionOf<"commands"> = {
  ...COMMON,
  id: "6.1-commands",
  kind: "commands",
  wildcards: ["+", "#"],
};

const MARKED: readonly (readonly [commands: string, expected: Expected])[] = [
  ["mosquitto_sub -t 'maison/+/temperature' -v\nmosquitto_sub -t 'maison/#' -v", 1],
  [
    '$ mosquitto_sub -h localhost -t "maison/+/temperature"\n$ mosquitto_sub -h localhost -t "maison/salon/#"',
    1,
  ],
  ["mosquitto_sub -t maison/+/temperature -t maison/salon/#", 1],
  ["mosquitto_sub -t 'maison/+/#'", 1],
  [
    "# les températures\nmosquitto_sub -t 'maison/+/temperature' &\n\n# tout\nmosquitto_sub -t 'maison/#' > log.txt",
    1,
  ],
  ['PS C:\\> mosquitto_sub.exe -t "maison/#"\nPS C:\\> mosquitto_sub.exe -t "maison/+/humidite"', 1],
  [
    "python3 ClientMQTT_Sub.py --topic 'maison/#'\npython3 ClientMQTT_Sub.py --topic 'maison/+/temperature'",
    1,
  ],
  ["tp-mqtt client sub --topic 'maison/#'\nnpx tp-mqtt client sub --topic 'maison/+/temperature'", 1],
  ["mosquitto_pub -t usine/a/b -m 1\nmosquitto_sub -t 'usine/+/b'\nmosquitto_sub -t 'usine/#'", 1],
  [
    "mosquitto_sub -t 'maison/#' -v\nmaison/salon/temperature 21.4\nmosquitto_sub -t 'maison/+/temperature'",
    1,
  ],
  ["mosquitto_sub -t 'maison/+/temperature'; mosquitto_sub -t 'maison/#'", 1],
  // partly
  ["mosquitto_sub -t 'maison/+/temperature'", 0.5],
  ["mosquitto_sub -t 'maison/#'", 0.5],
  ["mosquitto_sub -t 'maison/#'\nmosquitto_sub -t 'maison/#/temperature'", 0.5],
  ["mosquitto_sub -t 'maison/#'\nmosquitto_sub -t 'garage/+'", 0.5],
  [
    "mosquitto_sub -t 'maison/#'\nmosquitto_sub -t 'maison/+/temperature'\nmosquitto_pub -t 'maison/+/temperature' -m 1",
    0.5,
  ],
  ["mosquitto_sub -t '#'\nmosquitto_sub -t 'maison/salon/temperature'", 0.5],
  [
    "Terminal 1 :\nmosquitto_sub -t 'maison/#' -v\nTerminal 2 :\nmosquitto_pub -t maison/salon/temperature -m 21",
    0.5,
  ],
  ["mosquitto_sub -i '+' -t '#'", 0.5],
  // wrong
  ["mosquitto_sub -t maison/salon/temperature", 0],
  ["mosquitto_pub -t 'maison/#' -m 1\nmosquitto_pub -t 'maison/+/x' -m 1", 0],
  ["mosquitto_sub -t garage/+ -t grenier/#", 0],
  ["mosquitto_sub -t 'mai+'\nmosquitto_sub -t 'maison#'", 0],
  ["je ne sais pas", 0],
  // not ours to decide
  ["mqttx sub -t 'maison/#'\nmqttx sub -t 'maison/+/temperature'", "teacher"],
  ["mosquitto_sub -t 'maison/#'\nmqttx sub -t 'maison/+/temperature'", "teacher"],
  ["# mosquitto_sub -t 'maison/#'\n# mosquitto_sub -t 'maison/+/temperature'", "teacher"],
  ["mosquitto_sub -v -t maison/+/temperature maison/#", "teacher"],
  ["on a souscrit à la maison avec des jokers", "teacher"],
  ['mosquitto_sub -t "$A"', "teacher"],
  ["mosquitto_sub --filtre 'maison/#'", "teacher"],
  ["mosquitto_sub -t 'maison/#\nmosquitto_sub -t 'maison/+/temperature'", "teacher"],
];

const told = (commands: string) => said(judgeCommands(answering("", commands), QUESTION, CONTEXT).tells);

describe("commands", () => {
  it.each(MARKED)("%j earn %s", (commands, expected) => {
    expect(outcome(judgeCommands(answering("", commands), QUESTION, CONTEXT))).toBe(expected);
  });

  it.each(MARKED)("%j earn the same at the place of the answer: %s", (commands, expected) => {
    expect(outcome(judgeCommands(answering(commands), QUESTION, CONTEXT))).toBe(expected);
  });

  it("may have words beside them at the place of the answer", () => {
    const answer = answering(
      "On a essayé les deux jokers.",
      "mosquitto_sub -t 'maison/#' -t 'maison/+/temperature'",
    );
    expect(outcome(judgeCommands(answer, QUESTION, CONTEXT))).toBe(1);
  });

  it("are told what each receives, and where it stands", () => {
    const tells = told("# deux\nmosquitto_sub -t 'maison/+/temperature'\nmosquitto_sub -t 'grenier/#'");
    expect(tells).toContain(
      "ligne 13 : « maison/+/temperature » reçoit 5 topics de la maison, par exemple maison/salon/temperature",
    );
    expect(tells).toContain("line 14: “grenier/#” receives no topic of the house");
  });

  it.each([
    ["mosquitto_pub -t 'maison/+' -m 1", /ligne 12 : .*publier/],
    ["mosquitto_sub --filtre x", /« --filtre »/],
    ["mqttx sub -t x", /« mqttx »/],
    ["mosquitto_sub -t 'a", /guillemet/],
    ["mosquitto_sub -t", /« -t »/],
    ["mosquitto_sub -t a/#/b", /MQTT-4\.7\.1-2/],
    ["mosquitto_pub -t a -m $(date)\nmosquitto_sub -t $B", /ligne 13 : .*\$/],
  ])("%j is told what is wrong with it", (commands, what) => {
    expect(told(commands)).toMatch(what);
  });

  it.each(HOSTILE)("stand %s", (_, text) => {
    expect(outcome(judgeCommands(answering(text), QUESTION, CONTEXT))).not.toBe(1);
  });
});
