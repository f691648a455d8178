import { gradeProse, type Grade } from "./grade";
import { proseRubric } from "./rubric";

/** The rules alone: what marked answers say besides is another test's. */
const rubric = { ...proseRubric(), models: new Map<string, never>() };

function graded(id: string, text: string): Grade {
  const question = rubric.questions.get(id);
  if (question === undefined) throw new Error(`no question ${id}`);
  return gradeProse(text, question, rubric);
}

describe("what is stated", () => {
  it.each([
    ["2.4-qos0", "Le broker ne répond pas au PUBLISH.", 2],
    ["2.4-qos0", "Le broker répond au PUBLISH par un PUBACK.", 0],
    ["2.4-qos0", "Received PUBLISH from pub (d0, q0, r0, m0)\nSending PUBLISH to sub (d0, q0, r0, m0)", 1],
    ["2.5-difference", "Plus le chiffre est haut, plus c'est fiable et plus c'est lent.", 1],
    ["2.5-why-qos2", "Exactly once. A payment that is processed twice could do harm.", 2],
    ["3-clean-session", "La clean session efface les messages retenus du broker.", 0],
    ["3-ping-use", "Le broker envoie un PINGREQ toutes les 60 secondes.", 0],
    ["4-r", "Avec r1 le broker garde le message pour les futurs abonnés.", 2],
    ["4-r", "Avec r0 le broker garde le message pour les futurs abonnés.", 0],
    ["3-ping-use", "Received PINGREQ from ping_client\nSending PINGRESP to ping_client", null],
    ["4-q2", "niveau de qos 2", 1],
    ["3-c1", "Le client repart comme s'il était inconnu du broker.", null],
    ["4-q2", "This message arrives one time, not zero and not two.", null],
    ["4-d", "It counts the subscribers to which the message was duplicated.", 0],
    ["6.1-plus", "Il remplace un seul niveau.", 2],
    ["6.1-plus", "Il ne remplace pas un seul niveau mais tous les niveaux.", 0],
    ["6.1-hash", "Comme le + mais pour tous les niveaux qui suivent.", 2],
    ["6.1-hash", "Il remplace tous les niveaux restants : campus/#", 2],
    ["6.1-hash", "Il remplace tous les niveaux : campus/#/temperature", 1],
  ])("%s: %s", (id, text, points) => {
    expect(graded(id, text).points).toBe(points);
  });
});

describe("names and numbers are exactly themselves", () => {
  it("PUBREC is not PUBREL", () => {
    expect(
      graded("2.4-qos2", "Le client envoie PUBLISH, le broker PUBREC, le client PUBREL, le broker PUBCOMP.")
        .points,
    ).toBe(2);
    expect(
      graded("2.4-qos2", "Le client envoie PUBLISH, le broker PUBREL, le client PUBREC, le broker PUBCOMP.")
        .points,
    ).toBe(0);
  });

  it("a packet that there is not goes to the teacher", () => {
    expect(graded("2.4-qos1", "Le broker répond par un PUBAKC au PUBLISH.")).toMatchObject({ points: null });
  });

  it("p1 is not p2", () => {
    expect(graded("3-p", "La version du protocole, p2 = 3.1.1").points).toBe(2);
    expect(graded("3-p", "La version du protocole, p1 = 3.1.1").points).toBe(1);
  });
});

describe("what states nothing earns nothing", () => {
  it.each([
    ["2.4-qos2", "", "empty"],
    ["2.4-qos2", "voir figure 2", "noAnswer"],
    ["3-k", "keep alive ping client broker secondes connexion", "heap"],
    [
      "3-ping-meaning",
      "Que signifient les messages PINGREQ et PINGRESP dans le contexte de MQTT ?",
      "copied",
    ],
    ["5.3-goals", "Le broker garde la dernière valeur du topic pour les nouveaux abonnés.", "elsewhere"],
  ])("%s: %s", (id, text, rule) => {
    expect(graded(id, text)).toMatchObject({ points: 0, rules: [rule] });
  });

  it("but a right list is an answer where a list is asked for", () => {
    expect(graded("5.3-goals", "confidentialité intégrité authentification").points).toBe(2);
  });
});

describe("the teacher reads", () => {
  it("what is unlike anything known", () => {
    expect(
      graded("3-ping-use", "Comme un phare qui clignote dans la brume vers la connexion.").points,
    ).toBeNull();
  });

  it("what says a thing and its opposite", () => {
    const text = "There is no PUBACK. After the PUBLISH nothing comes back. Then the broker sends a PUBACK.";
    expect(graded("2.4-qos0", text).points).not.toBe(2);
  });
});

it("is the same whatever the accents, the case, the apostrophes and the markup", () => {
  const said = "L'émetteur n'a pas reçu d'acquittement, il renvoie le même paquet avec DUP.";
  const spellings = [
    said,
    said.toUpperCase(),
    said.replaceAll("'", "’"),
    said.normalize("NFD"),
    `<p><b>${said}</b></p>`,
  ];
  expect(new Set(spellings.map((text) => graded("4-d", text).points))).toEqual(new Set([2]));
});

it("gives a reason in both languages", () => {
  const { reason } = graded("2.4-qos0", "Le broker ne répond pas au PUBLISH.");
  expect(reason.fr).toContain("un seul PUBLISH part");
  expect(reason.en).toContain("a single PUBLISH goes out");
});
