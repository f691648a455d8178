import type { Fault } from "./fault";
import { changeLines } from "./log";
import { alter, drop, duplicate } from "./relay/meddle";

export const faults: readonly Fault[] = [
  {
    id: "4.1-r1-to-existing",
    what: {
      en: "The broker delivers with r1 to a subscriber that was there before.",
      fr: "Le broker livre avec r1 à un abonné déjà présent.",
    },
    breaks: ["4.1-retain/existing-r0"],
    relay: () =>
      alter<"PUBLISH">({ from: "broker", type: "PUBLISH", role: "existing", nth: 1 }, (draft) => {
        draft.retain = true;
      }),
  },
  {
    id: "4.1-r0-to-newcomer",
    what: {
      en: "The broker delivers a retained message with r0.",
      fr: "Le broker livre un message retenu avec r0.",
    },
    breaks: ["4.1-retain/newcomer-r1"],
    relay: () =>
      alter<"PUBLISH">({ from: "broker", type: "PUBLISH", role: "late-1" }, (draft) => {
        draft.retain = false;
      }),
  },
  {
    id: "4.1-retained-not-sent",
    what: {
      en: "A newcomer does not receive the retained message.",
      fr: "Un nouvel abonné ne reçoit pas le message retenu.",
    },
    breaks: ["4.1-retain/newcomer-r1"],
    relay: () => drop({ from: "broker", type: "PUBLISH", role: "late-1" }),
  },
  {
    id: "4.1-everything-stored",
    what: {
      en: "The broker stores a message without the flag.",
      fr: "Le broker conserve un message sans ce paramètre.",
    },
    breaks: ["4.1-retain/not-stored"],
    relay: () =>
      alter<"PUBLISH">({ from: "client", type: "PUBLISH", role: "publisher", topic: "plain" }, (draft) => {
        draft.retain = true;
      }),
  },
  {
    id: "4.1-replaced-without-flag",
    what: {
      en: "A message without the flag replaces the retained one.",
      fr: "Un message sans ce paramètre remplace le message retenu.",
    },
    breaks: ["4.1-retain/not-replaced"],
    relay: () =>
      alter<"PUBLISH">(
        { from: "client", type: "PUBLISH", role: "publisher", topic: "life", nth: 2 },
        (draft) => {
          draft.retain = true;
        },
      ),
  },
  {
    id: "4.1-never-replaced",
    what: {
      en: "The first retained message stays for ever.",
      fr: "Le premier message retenu reste pour toujours.",
    },
    breaks: ["4.1-retain/replaced"],
    relay: () =>
      alter<"PUBLISH">(
        { from: "client", type: "PUBLISH", role: "publisher", topic: "life", nth: 3 },
        (draft) => {
          draft.retain = false;
        },
      ),
  },
  {
    id: "4.1-qos0-not-stored",
    what: {
      en: "The broker does not store retained messages of QoS 0.",
      fr: "Le broker ne conserve pas les messages retenus en QoS 0.",
    },
    breaks: ["4.1-retain/qos0-replaces"],
    relay: () =>
      alter<"PUBLISH">(
        { from: "client", type: "PUBLISH", role: "publisher", topic: "qos0", qos: 0 },
        (draft) => {
          draft.retain = false;
        },
      ),
  },
  {
    id: "4.1-empty-not-delivered",
    what: { en: "An empty message is not delivered.", fr: "Un message vide n’est pas livré." },
    breaks: ["4.1-retain/empty-delivered"],
    relay: () =>
      drop({
        from: "broker",
        type: "PUBLISH",
        role: "existing",
        where: ({ packet }) => packet.type === "PUBLISH" && packet.payload.length === 0,
      }),
  },
  {
    id: "4.1-empty-does-not-clear",
    what: {
      en: "An empty message does not remove the retained one.",
      fr: "Un message vide ne supprime pas le message retenu.",
    },
    breaks: ["4.1-retain/empty-clears"],
    relay: () =>
      alter<"PUBLISH">(
        { from: "client", type: "PUBLISH", role: "publisher", topic: "life", nth: 4 },
        (draft) => {
          draft.retain = false;
        },
      ),
  },
  {
    id: "4.1-wildcard-without-parent",
    what: {
      en: "# brings no retained message of the level before it.",
      fr: "# n’apporte pas le message retenu du niveau qui le précède.",
    },
    breaks: ["4.1-retain/wildcards"],
    relay: () => drop({ from: "broker", type: "PUBLISH", role: "hash", topic: "rooms" }),
  },
  {
    id: "4.1-wildcard-incomplete",
    what: {
      en: "A wildcard brings one of two retained messages.",
      fr: "Un joker n’apporte qu’un message retenu sur deux.",
    },
    breaks: ["4.1-retain/wildcards"],
    relay: () => drop({ from: "broker", type: "PUBLISH", role: "hash", topic: "rooms/cellar" }),
  },
  {
    id: "4.1-qos-not-lowered",
    what: {
      en: "A retained message is delivered at a higher QoS than the subscription.",
      fr: "Un message retenu est livré à une QoS supérieure à celle de l’abonnement.",
    },
    breaks: ["4.1-retain/lower-qos"],
    relay: () =>
      alter<"PUBLISH">({ from: "broker", type: "PUBLISH", role: "at-q0" }, (draft) => {
        Object.assign(draft, { qos: 1, messageId: 99 });
      }),
  },
  {
    id: "4.1-not-sent-again",
    what: { en: "A repeated SUBSCRIBE brings nothing.", fr: "Un SUBSCRIBE répété n’apporte rien." },
    breaks: ["4.1-retain/subscribed-again"],
    relay: () => drop({ from: "broker", type: "PUBLISH", role: "again", nth: 2 }),
  },
  {
    id: "4.1-two-subscriptions",
    what: {
      en: "A repeated SUBSCRIBE makes a second subscription.",
      fr: "Un SUBSCRIBE répété crée un second abonnement.",
    },
    breaks: ["4.1-retain/subscribed-again"],
    relay: () => duplicate({ from: "broker", type: "PUBLISH", role: "again", nth: 3 }),
  },
  {
    id: "4.1-r-not-logged",
    what: {
      en: "The log has r0 where the broker sent r1.",
      fr: "Le journal contient r0 là où le broker a envoyé r1.",
    },
    breaks: ["4.1-retain/log-tells-wire"],
    log: () => changeLines(/(?<=Sending PUBLISH to \S+-late-1 \(d0, q1, )r1/, "r0"),
  },
  {
    id: "4.1-retained-ends-with-session",
    what: {
      en: "The retained message goes with its publisher’s clean session.",
      fr: "Le message retenu disparaît avec la clean session de son émetteur.",
    },
    breaks: ["4.1-retain-and-session/retained-survives"],
    relay: () =>
      alter<"PUBLISH">({ from: "client", type: "PUBLISH", role: "publisher", topic: "board" }, (draft) => {
        draft.retain = false;
      }),
  },
  {
    id: "4.1-queue-for-all",
    what: {
      en: "A message that waits for one client reaches another.",
      fr: "Un message qui attend un client en atteint un autre.",
    },
    breaks: ["4.1-retain-and-session/queued-for-one"],
    relay: () =>
      alter<"PUBLISH">({ from: "client", type: "PUBLISH", role: "publisher", topic: "note" }, (draft) => {
        draft.retain = true;
      }),
  },
  {
    id: "4.1-queued-with-r1",
    what: {
      en: "The broker queues the flag with the message.",
      fr: "Le broker met en attente le paramètre avec le message.",
    },
    breaks: ["4.1-retain-and-session/queued-r0", "4.1-retain-and-session/log-tells-wire"],
    relay: () =>
      alter<"PUBLISH">({ from: "broker", type: "PUBLISH", role: "keeper", topic: "board" }, (draft) => {
        draft.retain = true;
      }),
  },
  {
    id: "4.1-queue-survives-clean",
    what: {
      en: "What waited in a session survives c1.",
      fr: "Ce qui attendait dans une session survit à c1.",
    },
    breaks: ["4.1-retain-and-session/session-goes"],
    relay: () =>
      alter<"CONNECT">({ from: "client", type: "CONNECT", role: "keeper", nth: 3 }, (draft) => {
        draft.clean = false;
      }),
  },
  {
    id: "4.1-clean-discards-retained",
    what: { en: "c1 discards the retained message, too.", fr: "c1 supprime aussi le message retenu." },
    breaks: ["4.1-retain-and-session/retained-stays"],
    relay: () => drop({ from: "broker", type: "PUBLISH", role: "stranger-2", topic: "board" }),
  },
];
