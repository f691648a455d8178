import type { QuestionOf } from "../question";
import { judgeFilter } from "./filter";
import { answering, COMMON, CONTEXT, HOSTILE, outcome, said, type Expected } from "./testing/judge";

const CALLED = {
  "one-sensor": { en: "temperatures of the first bedroom", fr: "températures de la première chambre" },
  "one-room": { en: "topics of the living room", fr: "topics du salon" },
  "whole-house": { en: "topics of the house", fr: "topics de la maison" },
  temperatures: { en: "temperatures of the rooms", fr: "températures des pièces" },
} as const;
type Role = keyof typeof CALLED;

function question(role: Role): QuestionOf<"filter"> {
  const truth = { fact: "topics", exercise: "6-house", role } as const;
  return { ...COMMON, id: `6.1-${role}`, kind: "filter", truth, called: CALLED[role] };
}

const ALL_FIVE = ["salon", "cuisine", "chambre_1", "chambre_2", "salle_de_bain"]
  .map((room) => `-t maison/${room}/temperature`)
  .join(" ");

const MARKED: readonly (readonly [role: Role, text: string, expected: Expected])[] = [
  ["temperatures", "maison/+/temperature", 1],
  ["temperatures", "'maison/+/temperature'", 1],
  ["temperatures", "« maison/+/temperature »", 1],
  ["temperatures", "`maison/+/temperature`", 1],
  ["temperatures", "mosquitto_sub -h localhost -t 'maison/+/temperature' -v", 1],
  ["temperatures", 'mosquitto_sub -h lab.example.org -p 1883 -t "maison/+/temperature" -q 1', 1],
  ["temperatures", "$ mosquitto_sub -t maison/+/temperature   # toutes les pièces", 1],
  ["temperatures", "mosquitto_sub -v -t maison/\\+/temperature | tee sortie.txt", 1],
  ["temperatures", "docker exec -it mosquitto mosquitto_sub -t 'maison/+/temperature'", 1],
  ["temperatures", "mosquitto_sub \\\n  -h localhost \\\n  -t 'maison/+/temperature'", 1],
  ["temperatures", 'PS C:\\Users\\moi> .\\mosquitto_sub.exe -t "maison/+/temperature"', 1],
  ["temperatures", '& "C:\\Program Files\\mosquitto\\mosquitto_sub.exe" -t "maison/+/temperature" -v', 1],
  ["temperatures", "mosquitto_sub –t “maison/+/temperature”", 1],
  ["temperatures", "python3 ClientMQTT_Sub.py --topic 'maison/+/temperature'", 1],
  ["temperatures", "npx tp-mqtt client sub --topic=maison/+/temperature --qos 1", 1],
  ["temperatures", 'client.subscribe("maison/+/temperature", qos=1)', 1],
  ["temperatures", "mosquitto_sub -L mqtt://localhost:1883/maison/+/temperature", 1],
  ["temperatures", "le filtre maison/+/temperature", 1],
  ["temperatures", "topic : maison/+/temperature", 1],
  ["temperatures", "mosquitto_sub -h $HOTE -t 'maison/+/temperature'", 1],
  ["temperatures", "mosquitto_sub -t maison/'+'/temperature", 1],
  ["temperatures", "sub maison/+/temperature -v", 1],
  ["temperatures", "maison/+/temperature/#", 1],
  // partly
  ["temperatures", "+/+/temperature", 1],
  ["temperatures", "maison/+/+", 0],
  ["temperatures", `mosquitto_sub ${ALL_FIVE}`, 0.5],
  [
    "temperatures",
    "mosquitto_sub -t maison/salon/temperature -t maison/cuisine/temperature -t maison/chambre_1/temperature",
    0.5,
  ],
  ["temperatures", "mosquitto_sub -t 'maison/+/temperature' -t maison/cuisine/four/temperature", 0.5],
  // wrong
  ["temperatures", "maison/#", 0],
  ["temperatures", "maison/temperature", 0],
  ["temperatures", "maison/salon/temperature", 0],
  ["temperatures", "Maison/+/Temperature", 0],
  ["temperatures", "maison/#/temperature", 0],
  ["temperatures", "maison/sal+/temperature", 0],
  ["temperatures", "/maison/+/temperature", 0],
  ["temperatures", "maison/*/temperature", 0],
  ["temperatures", "je sais pas", 0],
  // not read, or not ours to decide
  ["temperatures", "mosquitto_sub -h localhost", "ungradable"],
  ["temperatures", "mosquitto_sub -t", "ungradable"],
  ["temperatures", "mosquitto_sub -t #", "ungradable"],
  ["temperatures", "mosquitto_sub -t 'maison/+/temperature", "ungradable"],
  ["temperatures", 'mosquitto_sub -t "$FILTRE"', "ungradable"],
  ["temperatures", "mosquitto_sub -t $(cat filtre)", "ungradable"],
  ["temperatures", "!!!", "ungradable"],
  ["temperatures", "mosquitto_pub -t maison/+/temperature -m 1", "teacher"],
  ["temperatures", "pas maison/+/temperature", "teacher"],
  ["temperatures", "maison/+/temperature ou maison/#", "teacher"],
  ["temperatures", "maison/#\nmaison/+/temperature", "teacher"],
  ["temperatures", "mosquitto_sub -t 'maison/+/temperature' ne marche pas", "teacher"],
  ["temperatures", "echo 'mosquitto_sub -t maison/+/temperature'", "teacher"],
  ["temperatures", "mosquitto_sub -tmaison/+/temperature", "teacher"],
  ["temperatures", "# mosquitto_sub -t 'maison/+/temperature'", "teacher"],
  ["temperatures", "mosquitto_sub -t maison/{salon,cuisine}/temperature", "ungradable"],
  ["temperatures", "mosquitto_sub -i 'maison/+/temperature' -t 'maison/#'", 0],
  ["temperatures", "groupe4/maison/+/temperature", "teacher"],
  ["temperatures", "$share/g/maison/+/temperature", "teacher"],
  ["temperatures", "mosquitto_sub -t '#' -T 'jardin/#'", "teacher"],
  ["temperatures", "mqttx sub -t 'maison/+/temperature'", "teacher"],
  ["temperatures", "un joker à la place de la pièce", "teacher"],
  // other sets
  ["one-room", "maison/salon/#", 1],
  ["one-room", "mosquitto_sub -t maison/salon/#", 1],
  ["one-room", "maison/salon", 0],
  ["one-room", "maison/salon/+", 0.5],
  ["one-room", "maison/+/#", 0],
  ["whole-house", "maison/#", 1],
  ["whole-house", "#", 0.5],
  ["whole-house", "mosquitto_sub -t '#'", 0.5],
  ["whole-house", "maison/+/#", 0.5],
  ["whole-house", "maison/+", 0],
  ["whole-house", "jardin/#", 0],
  ["one-sensor", "maison/chambre_1/temperature", 1],
  ["one-sensor", "+/chambre_1/temperature", 1],
  ["one-sensor", "maison/chambre_1/+", 0],
  ["one-sensor", "maison/chambre_1", 0],
  ["one-sensor", "jardin/temperature", 0],
];

describe("a topic filter", () => {
  it.each(MARKED)("for %s: %j earns %s", (role, text, expected) => {
    expect(outcome(judgeFilter(answering(text), question(role), CONTEXT))).toBe(expected);
  });

  const told = (role: Role, text: string) =>
    said(judgeFilter(answering(text), question(role), CONTEXT).tells);

  it("is played on the house, and its student told what it receives", () => {
    const tells = told("temperatures", "mosquitto_sub -t 'maison/#'");
    expect(tells).toContain("« maison/# » reçoit 5 des 5 températures des pièces");
    expect(tells).toContain("“maison/#” receives 5 of the 5 temperatures of the rooms");
    expect(tells).toMatch(/aussi maison, maison\/temperature, maison\/salon et 12 autres/);
  });

  it("names at most three topics that it misses", () => {
    expect(told("whole-house", "maison/salon/#")).toMatch(
      /mais pas maison, maison\/temperature, maison\/cuisine\/temperature ni 11 autres/,
    );
  });

  it("is told where the standard forbids it, and not what to write instead", () => {
    expect(told("temperatures", "maison/sal+/temperature")).toMatch(/MQTT-4\.7\.1-3/);
    expect(told("temperatures", "maison/#/temperature")).toMatch(/MQTT-4\.7\.1-2/);
  });

  it("is told why the command is no command", () => {
    expect(told("temperatures", "mosquitto_sub -t #")).toMatch(/commence un commentaire/);
    expect(told("temperatures", "mosquitto_sub -t 'maison")).toMatch(/guillemet/);
    expect(told("temperatures", 'mosquitto_sub -t "$FILTRE"')).toMatch(/\$/);
  });

  it.each(MARKED)("for %s: %j is not told the right one", (role, text, expected) => {
    const right = {
      "one-sensor": "maison/chambre_1/temperature",
      "one-room": "maison/salon/#",
      "whole-house": "maison/#",
      temperatures: "maison/+/temperature",
    }[role];
    expect(expected === 1 || text.includes(right) || !told(role, text).includes(right)).toBe(true);
  });

  it.each(HOSTILE)("stands %s", (_, text) => {
    expect(outcome(judgeFilter(answering(text), question("temperatures"), CONTEXT))).not.toBe(1);
  });
});
