/** What the log tells of a connection: who, from where, how, and the broker's answer. */
import { protocolNumber } from "../../src/evidence/log/version";
import type { Claim } from "../../src/judge/claim";
import { endingLine } from "../../src/judge/claims/ending-line";
import { equal, fail, pass } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";
import { same, type Text } from "../../src/words/text";
import { greeting, RETURN_CODE, SESSION_PRESENT } from "./connack-claims";

/** The client's line “New client connected …”. */
function connectedLine(scene: Scene) {
  const { connect } = greeting(scene, "client");
  const [line, another] = scene.logged("client", "client-connected");
  if (line && !another) return { connect, line };
  return fail(
    { en: "one line “New client connected …”", fr: "une seule ligne « New client connected … »" },
    another ? { en: "more than one", fr: "plus d’une" } : { en: "none", fr: "aucune" },
    connect,
    scene.log("client").map((sighting) => sighting.entry),
  );
}

/** The line “New connection from …” of the same address, the nearest before. 1.x prints no port there. */
function connectionLine(scene: Scene) {
  const { connect, line } = connectedLine(scene);
  const { ip, port } = line.event;
  const opening = scene.wholeLog
    .all("new-connection")
    .filter(({ entry, event }) => event.ip === ip && event.port === port && scene.precedes(entry, line.entry))
    .at(-1);
  if (opening) return { connect, line, opening };
  const address = port === undefined ? ip : `${ip}:${port}`;
  return fail(
    `New connection from ${address} on port …`,
    { en: "no such line before it", fr: "aucune ligne de ce genre avant elle" },
    connect,
    line.entry,
  );
}

function connackLine(scene: Scene) {
  const { connect, connack } = greeting(scene, "client");
  const line = scene.logged("client", "packet", { type: "CONNACK" })[0];
  if (line?.event.type === "CONNACK") return { connack, line, event: line.event };
  return fail(
    `Sending CONNACK to ${connect.packet.clientId} (…)`,
    { en: "no such line", fr: "aucune ligne de ce genre" },
    connack,
    scene.log("client").map((sighting) => sighting.entry),
  );
}

export const loggedConnection: Claim = {
  id: "log-connection",
  title: {
    en: "the log shows the TCP connection from the address that then connects as the client",
    fr: "le journal montre la connexion TCP depuis l’adresse qui se connecte ensuite comme ce client",
  },
  rests: ["log", "wire"],
  hint: {
    en: "Two lines name the same address and port. Which of the two already knows the client identifier, and why not the other?",
    fr: "Deux lignes citent la même adresse et le même port. Laquelle connaît déjà l’identifiant du client, et pourquoi pas l’autre ?",
  },
  judge(scene) {
    const { connect, line, opening } = connectionLine(scene);
    return pass(opening.entry, connect, line.entry);
  },
};

type Parameter = "p" | "c" | "k";

interface Logged {
  readonly id: string;
  readonly letter: Parameter;
  readonly title: Text;
  readonly hint: Text;
  /** The letter's number, from what the CONNECT says and which version logs it; undefined where it prints none. */
  readonly value: (
    scene: Scene,
    connect: ReturnType<typeof connectedLine>["connect"],
  ) => readonly (number | undefined)[];
}

/** One letter of the line “New client connected … (p2, c1, k60).”, held against the CONNECT. */
function parameter({ id, letter, title, hint, value }: Logged): Claim {
  return {
    id,
    title,
    rests: ["log", "wire"],
    hint,
    judge(scene) {
      const { connect, line } = connectedLine(scene);
      const actual = line.event[letter] === undefined ? undefined : Number(line.event[letter]);
      const possible = value(scene, connect);
      if (possible.includes(actual)) return pass(connect, line.entry);
      return fail(
        possible.map((number) => `${letter}${number ?? ""}`).join(" / "),
        `${letter}${actual ?? ""}`,
        connect,
        line.entry,
      );
    },
  };
}

/** Dialects of the log to choose from while the version is not known. */
const BEFORE_AND_AFTER = ["2.0.0", "2.1.0"];

export const loggedProtocol = parameter({
  id: "log-protocol",
  letter: "p",
  title: {
    en: "the log’s p is the number that this version gives to the CONNECT’s protocol level",
    fr: "le p du journal est le numéro que cette version donne au niveau de protocole du CONNECT",
  },
  hint: {
    en: "Which field of the captured CONNECT changes when p changes? Mosquitto 2.1 numbers p anew.",
    fr: "Quel champ du CONNECT capturé change quand p change ? Mosquitto 2.1 a renuméroté p.",
  },
  value: ({ broker }, { packet }) =>
    (broker.version === undefined ? BEFORE_AND_AFTER : [broker.version]).map((version) =>
      protocolNumber(packet.level, version),
    ),
});

export const loggedClean = parameter({
  id: "log-clean-session",
  letter: "c",
  title: {
    en: "the log’s c is the CONNECT’s clean session flag",
    fr: "le c du journal est l’indicateur clean session du CONNECT",
  },
  hint: {
    en: "Look at the connect flags in the capture.",
    fr: "Regardez les « connect flags » dans la capture.",
  },
  value: (_scene, { packet }) => [Number(packet.cleanSession)],
});

export const loggedKeepAlive = parameter({
  id: "log-keep-alive",
  letter: "k",
  title: {
    en: "the log’s k is the CONNECT’s keep alive in seconds",
    fr: "le k du journal est le keep alive du CONNECT, en secondes",
  },
  hint: {
    en: "Which number of the client’s code comes back here?",
    fr: "Quel nombre du code du client retrouve-t-on ici ?",
  },
  value: (_scene, { packet }) => [packet.keepAlive],
});

export const loggedUser: Claim = {
  id: "log-user",
  title: {
    en: "the log names the user that the CONNECT names, and none otherwise",
    fr: "le journal cite l’utilisateur que cite le CONNECT, et aucun sinon",
  },
  rests: ["log", "wire"],
  judge(scene) {
    const { connect, line } = connectedLine(scene);
    equal(
      { en: "user", fr: "utilisateur" },
      line.event.user ?? "",
      connect.packet.username ?? "",
      connect,
      line.entry,
    );
    return pass(connect, line.entry);
  },
};

export const loggedConnack: Claim = {
  id: "log-connack",
  title: {
    en: "the log’s CONNACK line has the session present flag and the return code of the CONNACK on the wire",
    fr: "la ligne CONNACK du journal porte l’indicateur session present et le code de retour du CONNACK capturé",
  },
  rests: ["log", "wire"],
  hint: {
    en: "The two numbers in brackets are the two bytes of the CONNACK after its header.",
    fr: "Les deux nombres entre parenthèses sont les deux octets du CONNACK qui suivent son en-tête.",
  },
  judge(scene) {
    const { connack, line, event } = connackLine(scene);
    const { sessionPresent, code } = connack.packet;
    equal(SESSION_PRESENT, Number(event.sessionPresent), Number(sessionPresent), connack, line.entry);
    equal(RETURN_CODE, event.code, code, connack, line.entry);
    return pass(connack, line.entry);
  },
};

export const loggedOrder: Claim = {
  id: "log-order",
  title: {
    en: "in the log the TCP connection comes first, then the client, then the CONNACK",
    fr: "dans le journal viennent d’abord la connexion TCP, puis le client, puis le CONNACK",
  },
  rests: ["log"],
  hint: {
    en: "What must the broker know before it can write each of the three lines?",
    fr: "Que doit savoir le broker avant de pouvoir écrire chacune des trois lignes ?",
  },
  judge(scene) {
    const { line, opening } = connectionLine(scene);
    const { line: answer } = connackLine(scene);
    if (scene.precedes(line.entry, answer.entry)) return pass(opening.entry, line.entry, answer.entry);
    return fail(
      same("New client connected → Sending CONNACK"),
      same("Sending CONNACK → New client connected"),
      opening.entry,
      answer.entry,
      line.entry,
    );
  },
};

export const loggedEnd: Claim = {
  id: "log-end",
  title: {
    en: "the log tells that the client disconnected, once",
    fr: "le journal dit une fois que le client s’est déconnecté",
  },
  rests: ["log", "wire"],
  hint: {
    en: "Which line is the last about your client?",
    fr: "Quelle est la dernière ligne au sujet de votre client ?",
  },
  judge: (scene) =>
    pass(scene.played("DISCONNECT", { role: "client" }), endingLine(scene, "client", "disconnect")),
};
