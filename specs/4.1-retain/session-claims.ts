import type { Entry } from "../../src/evidence/journal/entry";
import type { Claim, Deviation } from "../../src/judge/claim";
import { nothingBut } from "../../src/judge/claims/fence";
import { deliveries, publication, reached, taken } from "../../src/judge/claims/publication";
import { equal, fail, pass } from "../../src/judge/finding";
import type { Scene, Seen } from "../../src/judge/scene";
import { same } from "../../src/words/text";

const LIVE = { qos: 1, retain: false };
const STORED = { qos: 1, retain: true };

/** The role's n-th CONNECT and the CONNACK to it. */
function visit(scene: Scene, role: string, n: number): readonly [Seen<"CONNECT">, Seen<"CONNACK">] {
  const connect =
    scene.packets("client", "CONNECT", { role })[n - 1] ??
    scene.unplayed({ en: `connection ${n} of “${role}”`, fr: `connexion n° ${n} de « ${role} »` });
  const { connection } = connect;
  return [connect, scene.answered("CONNACK", { role, connection }, [connect])];
}

/** The end of a clean session: whatever was part of it is gone. */
function cleanEnd(scene: Scene, role: string): readonly Seen<"CONNECT" | "DISCONNECT">[] {
  const connect = scene.played("CONNECT", { role });
  return [connect, scene.played("DISCONNECT", { role, after: connect })];
}

export const retainedSurvives: Claim = {
  id: "retained-survives",
  title: {
    en: "the retained message is there when its publisher’s clean session is over: a new client receives it with r1",
    fr: "le message retenu subsiste après la clean session de son émetteur : un nouveau client le reçoit avec r1",
  },
  rests: ["wire", "message"],
  clauses: ["MQTT-3.1.2-7", "MQTT-3.3.1-6", "MQTT-3.3.1-8"],
  hint: {
    en: "Whom does the retained message belong to: the publisher, the subscriber, or the topic?",
    fr: "À qui appartient le message retenu : à l’émetteur, à l’abonné ou au topic ?",
  },
  judge(scene) {
    const sent = publication(scene, "publisher", "board");
    const subscribe = scene.played("SUBSCRIBE", { role: "stranger" });
    const got = reached(scene, sent, "stranger", STORED, { after: subscribe });
    return pass(sent, cleanEnd(scene, "publisher"), subscribe, got);
  },
};

export const onlyTheSession: Claim = {
  id: "queued-for-one",
  title: {
    en: "a message that waits for an absent client waits for that one only: a newcomer does not receive it",
    fr: "un message qui attend un client absent n’attend que lui : un nouveau venu ne le reçoit pas",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.1.2-5"],
  hint: {
    en: "Where does the message without r1 wait, and for whom?",
    fr: "Où le message sans r1 attend-il, et pour qui ?",
  },
  judge(scene) {
    const sent = publication(scene, "publisher", "note");
    const subscribe = scene.played("SUBSCRIBE", { role: "stranger" });
    return pass(
      sent,
      taken(scene, sent),
      subscribe,
      nothingBut(scene, { role: "stranger", after: subscribe, name: "note" }),
    );
  },
};

const queuesTheFlag: Deviation = {
  applies: (scene, { evidence }) =>
    scene.broker.software === "aedes" && evidence.length === 2 && evidence.every(isRetained),
  because: {
    en: "Aedes queues for an absent client the packet as it was published, r1 included (aedes 1.2.0, enqueueOffline in aedes.js)",
    fr: "Aedes met en attente, pour un client absent, le paquet tel qu’il a été publié, r1 compris (aedes 1.2.0, enqueueOffline dans aedes.js)",
  },
};

function isRetained(entry: Entry): boolean {
  if (entry.source !== "wire" || entry.event !== "packet") return false;
  return entry.packet.type === "PUBLISH" && entry.packet.retain;
}

export const queuedAsOrdinary: Claim = {
  id: "queued-r0",
  title: {
    en: "the client that comes back with c0 receives what waited in its session with r0, also what was published with r1",
    fr: "le client revenu avec c0 reçoit avec r0 ce qui attendait dans sa session, même ce qui fut publié avec r1",
  },
  rests: ["wire", "message"],
  clauses: ["MQTT-3.1.2-5", "MQTT-3.3.1-9"],
  hint: {
    en: "This client subscribed before the message was published, and did not subscribe again.",
    fr: "Ce client s’est abonné avant la publication du message, et ne s’est pas réabonné.",
  },
  deviations: [queuesTheFlag],
  judge(scene) {
    const [connect, connack] = visit(scene, "keeper", 2);
    const { connection } = connect;
    const got = ["note", "board"].map((name) => {
      const sent = publication(scene, "publisher", name);
      return [sent, ...reached(scene, sent, "keeper", LIVE, { connection })];
    });
    const all = ["note", "board"].flatMap((name) => deliveries(scene, "keeper", name, { connection }));
    if (all.length !== 2)
      fail({ en: "2 deliveries", fr: "2 livraisons" }, same(String(all.length)), connack, all);
    return pass(connect, connack, got.flat());
  },
};

export const sessionDiscarded: Claim = {
  id: "session-goes",
  title: {
    en: "what waited in the session goes with it: after c1 the client receives nothing",
    fr: "ce qui attendait dans la session disparaît avec elle : après c1, le client ne reçoit rien",
  },
  rests: ["wire"],
  clauses: ["MQTT-3.1.2-6", "MQTT-3.2.2-1"],
  hint: {
    en: "What does c1 say about the session that was there before?",
    fr: "Que dit c1 de la session qui existait auparavant ?",
  },
  judge(scene) {
    const last = taken(scene, publication(scene, "publisher-2", "note"));
    const [connect, connack] = visit(scene, "keeper", 3);
    equal(same("session present"), Number(connack.packet.sessionPresent), 0, connect, connack);
    const { role, connection } = connect;
    return pass(last, connect, connack, nothingBut(scene, { role, connection, after: connect }));
  },
};

export const retainedStays: Claim = {
  id: "retained-stays",
  title: {
    en: "the retained message stays when the session is discarded: the next newcomer receives it with r1, and nothing else",
    fr: "le message retenu reste quand la session est supprimée : le nouveau venu suivant le reçoit avec r1, et rien d’autre",
  },
  rests: ["wire", "message"],
  clauses: ["MQTT-3.1.2-7", "MQTT-3.3.1-6"],
  hint: {
    en: "Which of the two, session or retained message, did c1 remove?",
    fr: "Lequel des deux, session ou message retenu, c1 a-t-il supprimé ?",
  },
  judge(scene) {
    const sent = publication(scene, "publisher-2", "board");
    const [discarding] = visit(scene, "keeper", 3);
    const subscribe = scene.played("SUBSCRIBE", { role: "stranger-2", after: discarding });
    const got = reached(scene, sent, "stranger-2", STORED, { after: subscribe });
    const fence = nothingBut(scene, { role: "stranger-2", after: subscribe }, [got[0]]);
    return pass(sent, discarding, subscribe, got, fence);
  },
};
