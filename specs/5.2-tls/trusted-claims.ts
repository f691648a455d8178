import type { QoS } from "../../src/evidence/wire/mqtt/packet";
import { atLeast } from "../../src/evidence/broker";
import type { Claim } from "../../src/judge/claim";
import { equal, fail, pass } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";
import { ending, established, insteadOf, refusalOf } from "../../src/judge/tls";
import { same, type Text } from "../../src/words/text";

const ROLES = ["subscriber", "publisher"] as const;

/** A client that did not get in has nothing to show inside. */
const VERIFIED = "5.2-trusted/verified";

export const verified: Claim = {
  id: "verified",
  title: {
    en: "with the certificate that is handed out, the client verifies the broker and its name",
    fr: "avec le certificat distribué, le client authentifie le broker et son nom",
  },
  rests: ["tls"],
  clauses: ["RFC8446-4.4.2"],
  hint: {
    en: "Which name or address did the client ask for, and which ones does the certificate bear (openssl x509 -text)? Is it the file that the broker serves?",
    fr: "Quel nom ou quelle adresse le client a-t-il demandé, et lesquels figurent dans le certificat (openssl x509 -text) ? Est-ce bien le fichier que sert le broker ?",
  },
  judge: (scene) => pass(ROLES.map((role) => established(scene, role))),
};

/** CONNECT of a role inside TLS, and what the broker answered to it. */
function connack(scene: Scene, role: string) {
  const verification = established(scene, role);
  const connect = scene.played("CONNECT", { role });
  const [answer] = scene.packets("broker", "CONNACK", { role });
  // In TLS 1.3 a broker may refuse the client when that has long accepted the broker.
  if (answer === undefined && refusalOf(scene, role) !== undefined)
    return fail("CONNACK", insteadOf(scene, role), verification, connect, ending(scene, role));
  return { verification, connect, connack: scene.answered("CONNACK", { role }, ending(scene, role)) };
}

export const acceptedInside: Claim = {
  id: "mqtt-inside",
  title: {
    en: "inside TLS, the broker answers CONNECT with a CONNACK that accepts",
    fr: "à l’intérieur de TLS, le broker répond au CONNECT par un CONNACK qui accepte",
  },
  rests: ["tls", "wire"],
  after: VERIFIED,
  clauses: ["MQTT-3.2.0-1"],
  judge(scene) {
    const found = ROLES.map((role) => connack(scene, role));
    for (const { connect, connack: answer } of found)
      equal(same("CONNACK"), answer.packet.code, 0, connect, answer);
    return pass(
      found.flatMap(({ verification, connect, connack: answer }) => [verification, connect, answer]),
    );
  },
};

/** A message of that QoS goes from one TLS client to the other. */
export function delivered(qos: QoS): Claim {
  return {
    id: `qos${qos}`,
    title: {
      en: `a message published at QoS ${qos} over TLS reaches a subscriber over TLS, once`,
      fr: `un message publié en QoS ${qos} par TLS parvient à un abonné par TLS, une seule fois`,
    },
    rests: ["tls", "wire", "message"],
    after: VERIFIED,
    ...(qos === 0 ? {} : { needs: [`qos${qos}`] }),
    judge(scene) {
      const sent = scene
        .packets("client", "PUBLISH", { role: "publisher" })
        .find(({ packet }) => packet.qos === qos);
      if (sent === undefined) return scene.unplayed(same(`PUBLISH q${qos}`));
      const { topic, payload } = sent.packet;
      const received = scene
        .messages("subscriber", { topic })
        .filter((message) => message.payload.equals(payload));
      const count = { en: "messages received", fr: "messages reçus" };
      equal(count, received.length, 1, sent, received);
      equal({ en: "QoS received", fr: "QoS reçue" }, received[0]?.qos, qos, sent, received);
      return pass(sent, received);
    },
  };
}

const ACKS = { 1: ["PUBACK"], 2: ["PUBREC", "PUBCOMP"] } as const;

/** The acknowledgements are the same as without TLS. */
export function exchanged(qos: 1 | 2): Claim {
  const list = ACKS[qos].join(", ");
  return {
    id: `qos${qos}-exchange`,
    title: {
      en: `inside TLS the exchange of QoS ${qos} is that of plain MQTT: ${list} with the publisher’s packet identifier`,
      fr: `à l’intérieur de TLS, l’échange de la QoS ${qos} est celui de MQTT en clair : ${list} avec l’identifiant de paquet de l’émetteur`,
    },
    rests: ["tls", "wire"],
    after: VERIFIED,
    needs: [`qos${qos}`],
    clauses: [qos === 1 ? "MQTT-4.3.2-2" : "MQTT-4.3.3-2"],
    judge(scene) {
      const role = "publisher";
      const sent = scene.packets("client", "PUBLISH", { role }).find(({ packet }) => packet.qos === qos);
      if (sent === undefined) return scene.unplayed(same(`PUBLISH q${qos}`));
      const { packetId } = sent.packet;
      const acks = ACKS[qos].map((type) => scene.answered(type, { role, packetId, after: sent }, [sent]));
      return pass(sent, acks);
    },
  };
}

export const connectedLine: Claim = {
  id: "log-connected",
  title: {
    en: "in the log, a login over TLS has the same two lines as any other: “New connection” and “New client connected”",
    fr: "dans le journal, une connexion par TLS a les deux mêmes lignes que toute autre : « New connection » et « New client connected »",
  },
  rests: ["tls", "log"],
  after: VERIFIED,
  hint: {
    en: "Look at the port that “New connection” ends with. Before Mosquitto 2.1 nothing else tells TLS from plain MQTT.",
    fr: "Regardez le port à la fin de « New connection ». Avant Mosquitto 2.1, rien d’autre ne distingue TLS de MQTT en clair.",
  },
  judge: (scene) => pass(ROLES.flatMap((role) => Object.values(loginLines(scene, role)))),
};

/** The line of a login that the broker accepted; whether it should have been is another claim's business. */
function connectedOf(scene: Scene, role: string) {
  const accepted = scene.packets("broker", "CONNACK", { role }).find(({ packet }) => packet.code === 0);
  if (accepted === undefined) return scene.unplayed(same(`CONNACK (${role})`));
  return scene.logged(role, "client-connected")[0] ?? fail("New client connected …", NO_LINE, accepted);
}

/** The two lines of a client's login. */
function loginLines(scene: Scene, role: string) {
  const connected = connectedOf(scene, role);
  const { port } = connected.event;
  const opened = scene.wholeLog
    .all("new-connection")
    .findLast(({ event, entry }) => event.port === port && scene.precedes(entry, connected.entry));
  return opened === undefined
    ? fail("New connection …", NO_LINE, connected.entry)
    : { opened: opened.entry, connected: connected.entry };
}

const NO_LINE = { en: "no such line in the log", fr: "aucune ligne de ce genre dans le journal" };

export const negotiatedLine: Claim = {
  id: "log-negotiated",
  title: {
    en: "from Mosquitto 2.1 on, the log names the TLS version and the cipher suite that were negotiated; before, it names neither",
    fr: "à partir de Mosquitto 2.1, le journal nomme la version de TLS et la suite cryptographique négociées ; avant, ni l’une ni l’autre",
  },
  rests: ["tls", "log"],
  after: VERIFIED,
  judge(scene) {
    const evidence = ROLES.map((role) => {
      const verification = established(scene, role);
      const connected = connectedOf(scene, role);
      const line = scene.logged(role, "negotiated")[0];
      if (line === undefined) {
        const told = atLeast(scene.broker.version, "2.1.0") === true;
        if (told)
          fail(`Client … negotiated ${verification.version} …`, NO_LINE, verification, connected.entry);
        return [verification, connected.entry];
      }
      equal(same("TLS"), line.event.tls, verification.version, verification, line.entry);
      return [verification, line.entry];
    });
    return pass(evidence.flat());
  },
};

/** Where a student would look for TLS in the log, and mostly find nothing. */
export function toldByLog(scene: Scene): readonly { readonly title: Text; readonly value: Text }[] {
  const title = { en: "TLS in the log", fr: "TLS dans le journal" };
  const line = scene.logged("publisher", "negotiated")[0];
  if (line) return [{ title, value: same(line.entry.text) }];
  if (!scene.broker.capabilities.has("log") || scene.log("publisher").length === 0) return [];
  return [
    {
      title,
      value: {
        en: "nothing: before Mosquitto 2.1 only the port of “New connection … on port” tells",
        fr: "rien : avant Mosquitto 2.1, seul le port de « New connection … on port » le trahit",
      },
    },
  ];
}
