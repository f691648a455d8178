import { proseRubric } from "../rubric";
import { read } from "./read";
import { means, type Token } from "./token";

const { lexicon } = proseRubric();
const LEVELS = new Map([
  ["Q0", 0],
  ["Q1", 1],
  ["Q2", 2],
  ["BARE0", 0],
  ["BARE1", 1],
  ["BARE2", 2],
]);

function the(concept: string, text: string): Token {
  const found = read(text, lexicon, { markers: LEVELS }).tokens.find((token) => means(token, concept));
  if (found === undefined) throw new Error(`no ${concept} in: ${text}`);
  return found;
}

describe("what is denied", () => {
  it.each([
    ["ACK", "Le broker n'acquitte pas le message."],
    ["PUBACK", "Il n'y a pas de PUBACK."],
    ["PUBACK", "pas de PUBACK"],
    ["KEEP", "il le garde pa"],
    ["WAIT", "Le client n'attend rien en retour."],
    ["ACK", "sans aucun acquittement"],
    ["DUPLICATE", "Cela évite les doublons."],
    ["DUPLICATE", "Duplicates are impossible."],
    ["LOSE", "The message is never lost."],
    ["PUBACK", "there isn't a PUBACK"],
    ["READ", "Nobody can read it."],
    ["READ", "Nobody on the network can read it."],
    ["KEEP", "Le broker ne conserve plus le message."],
    ["KEEP", "Le broker ne garde pas la session."],
    ["FORGET", "Le broker n'oublie plus la session de ce client."],
    ["PUBACK", "Un PUBACK n'est pas envoyé."],
    ["DUPLICATE", "Les pertes et les doublons ne sont pas possibles."],
    ["LOSE", "Les pertes et les doublons ne sont pas possibles."],
    ["PUBACK", "The PUBACK is missing."],
    ["PUBACK", "On note l'absence de PUBACK."],
    ["RESEND", "Nobody sends it again."],
    ["FORGET", "The broker stores it instead of deleting it."],
    ["FORGET", "Le broker le garde au lieu de l'effacer."],
  ])("%s in: %s", (concept, text) => {
    expect(the(concept, text).polarity).toBe("denied");
  });
});

describe("what is not", () => {
  it.each([
    ["LOSE", "Pas d'acquittement, donc le message peut se perdre."],
    ["LOSE", "There is no PUBACK and the message may be lost."],
    ["GROW", "Il y a plus de messages."],
    ["RESEND", "Sans PUBACK le client retransmet."],
    ["ARRIVE", "Il arrive sans doute."],
    ["DUPLICATE", "QoS 1 garantit la réception sans empêcher les doublons."],
    ["ACK", "pas seulement un acquittement"],
    ["PUBACK", "Grâce au PUBACK le message n'est pas envoyé deux fois."],
    ["KEEP", "Pendant l'absence du client les messages sont gardés."],
  ])("%s in: %s", (concept, text) => {
    expect(the(concept, text).polarity).toBe("said");
  });

  it("what is denied under a condition is stated of nothing", () => {
    expect(the("PUBACK", "Si le client ne reçoit pas de PUBACK, il renvoie.").polarity).toBe("unless");
    expect(the("ACK", "until it is not acknowledged").polarity).toBe("unless");
    expect(the("ACK", "on renvoie tant qu'on a pas eu l'accusé").polarity).toBe("unless");
  });
});

describe("the value that is spoken of", () => {
  it.each([
    ["ATLEAST", 1, "QoS 0 : au plus une fois, QoS 1 : au moins une fois"],
    ["N4", 2, "4 paquets en QoS 2 contre 2 en QoS 1 et 1 en QoS 0"],
    ["LOSE", 0, "Avec 0 ça peut se perdre."],
    ["EXACTLYONCE", 2, "0 = peut-être, 1 = au moins une fois, 2 = exactement une fois"],
    ["DUPLICATE", 1, "q0 may get lost, q1 may come twice"],
    ["PUBACK", 1, "q1 : contrairement à q0 il y a un PUBACK"],
    ["PUBACK", 1, "in q1 there is a PUBACK, unlike q0"],
    ["PUBACK", 2, "q2 : le broker renvoie un PUBACK comme en q1"],
    ["SLOW", 2, "q2 est plus lent que q0 qui n'attend rien"],
    ["WAIT", 0, "q2 est plus lent que q0 qui n'attend rien"],
    ["N4", 2, "q2 : il y en a 4, dont 2 du client"],
    ["LOSE", 0, "q1 est sûr, contrairement à q0 qui peut se perdre"],
  ])("%s is of %i in: %s", (concept, level, text) => {
    expect(the(concept, text).level).toBe(level);
  });
});

describe("the value that is spoken of, where a question is about one", () => {
  const markers = new Map([
    ["C0", 0],
    ["C1", 1],
  ]);

  it.each([
    ["FORGET", 1, "c1 : le broker oublie tout."],
    ["KEEP", 0, "c1 : le broker oublie tout, c0 : il garde la session."],
    ["KEEP", 0, "c1: everything is thrown away. The session is kept."],
    ["FORGET", 1, "Avec c1 le client est inconnu, tout est oublié."],
    ["KEEP", 0, "The session, unlike that of c1, is kept."],
    ["KEEP", 0, "Le client n'est pas là, le broker garde la session."],
  ])("%s is of %i in: %s", (concept, level, text) => {
    const { tokens } = read(text, lexicon, { markers, initial: 0 });
    expect(tokens.find((token) => means(token, concept))?.level).toBe(level);
  });
});

it("who is not there is away", () => {
  expect(the("OFFLINE", "Le client n'est pas là.")).toBeDefined();
  expect(the("OFFLINE", "Le client n'est plus là pour le recevoir.")).toBeDefined();
});

describe("who sends a packet", () => {
  it.each([
    ["CLIENT>PUBREL", "Le client envoie PUBREL."],
    ["CLIENT>PUBREL", "PUBREL est envoyé par le client."],
    ["CLIENT>PUBREL", "le broker attend le PUBREL"],
    ["BROKER>PUBREC", "the client waits for PUBREC"],
    ["BROKER>PUBREC", "client -> PUBLISH -> broker -> PUBREC -> client"],
    ["BROKER>PUBACK", "Received PUBLISH from c1 then Sending PUBACK to c1"],
    ["BROKER>PUBCOMP", "PUBLISH >> , << PUBREC , PUBREL >> , << PUBCOMP"],
    ["CLIENT>PINGREQ", "Le client vérifie que le serveur est là en lui envoyant PINGREQ"],
    ["BROKER>PUBREC", "PUBREC (broker)"],
    ["BROKER>PINGREQ", "The broker sends a PINGREQ to all connected clients."],
  ])("%s in: %s", (fact, text) => {
    expect(the(fact, text)).toBeDefined();
  });

  it("says nothing of a packet that is only answered", () => {
    const tokens = read("Le broker répond PINGRESP à chaque PINGREQ.", lexicon).tokens;
    expect(tokens.some((token) => means(token, "BROKER>PINGREQ"))).toBe(false);
  });
});

describe("spelling", () => {
  it.each([
    ["DUPLICATE", "doublont"],
    ["ACK", "aquittement"],
    ["CERT", "sertificat"],
    ["ENCRYPT", "chifrement"],
    ["KEEPALIVE", "kip alaïve"],
    ["CLIENT", "cliant"],
  ])("%s is heard in: %s", (concept, text) => {
    expect(the(concept, text)).toBeDefined();
  });

  it.each(["PUBREQ", "PUBCOM", "PINGREP", "PUBAKC"])("%s is no packet, and not taken for one", (text) => {
    const { tokens, almostPackets } = read(text, lexicon);
    expect(almostPackets).toEqual([text.toLowerCase()]);
    expect(tokens.some((token) => means(token, "PACKET"))).toBe(false);
  });

  it.each(["temperature", "quiconque", "suite", "personnes", "support"])("%s is itself", (text) => {
    const misread = ["MODIFY", "FAST", "CIPHERS", "NEG", "MAXIMUM"];
    expect(read(text, lexicon).tokens.some((token) => means(token, ...misread))).toBe(false);
  });

  it("what begins like a filter of the answer is a topic, other slashes part words", () => {
    const { tokens } = read("usine/+/etat prend usine/four/etat, d/q/r restent", lexicon);
    expect(tokens.map(({ text }) => text)).toEqual([
      "usine/+/etat",
      "prend",
      "usine/four/etat",
      "d",
      "q",
      "r",
      "restent",
    ]);
  });

  it("numbers are themselves", () => {
    expect(read("8883", lexicon).tokens[0]?.concepts).not.toEqual(read("1883", lexicon).tokens[0]?.concepts);
  });
});
