/** A few questions of every kind, made by hand. What must not reach a student has KEY in it. */
import type { SheetQuestion } from "../../../judge/answers/question";
import { same } from "../../../words/text";

const FACT = { fact: "packets", exercise: "KEY-exercise", role: "KEY-role" } as const;

export const QUESTIONS: readonly SheetQuestion[] = [
  {
    id: "2.3-connack",
    section: "2.3",
    kind: "excerpt",
    points: 1,
    asks: {
      en: "Quote the lines of the log that show your connection: CONNECT and CONNACK.",
      fr: "Citez les lignes du journal qui montrent votre connexion : CONNECT et CONNACK.",
    },
    hints: [{ en: "Look at the log while you connect.", fr: "Regardez le journal pendant la connexion." }],
    shows: ["connect", "connack"],
    places: ["excerpt"],
  },
  {
    id: "2.4-qos0",
    section: "2.4",
    kind: "prose",
    points: 2,
    asks: {
      en: "What happens when you use QoS 0? Identify the messages exchanged between the client and the broker in the logs.",
      fr: "Que se passe-t-il lorsque vous utilisez QoS 0 ? Identifiez les messages échangés entre le client et le broker dans les logs.",
    },
    hints: [
      {
        en: "In the log, look at what follows the PUBLISH of your client.",
        fr: "Dans le journal, regardez ce qui suit le PUBLISH de votre client.",
      },
      { en: "Who is told that it arrived?", fr: "Qui apprend qu'il est arrivé ?" },
    ],
    rubric: "KEY-rubric",
    places: ["excerpt"],
  },
  {
    id: "2.4-qos2-packets",
    section: "2.4",
    kind: "sequence",
    points: 2,
    asks: {
      en: "Which packets are exchanged for one publication with QoS 2, in their order?",
      fr: "Quels paquets sont échangés pour une publication en QoS 2, dans l'ordre ?",
    },
    hints: [{ en: "Count the lines of one publication.", fr: "Comptez les lignes d'une publication." }],
    truth: FACT,
  },
  {
    id: "3-clean-value",
    section: "3",
    kind: "choice",
    points: 0.5,
    asks: {
      en: "Which value of c asks for a clean session?",
      fr: "Quelle valeur de c demande une session propre ?",
    },
    hints: [{ en: "Look at CONNECT.", fr: "Regardez CONNECT." }],
    options: { a: same("c0"), b: same("c1") },
    right: "KEY-right",
  },
  {
    id: "6.1-temperatures",
    section: "6.1",
    kind: "filter",
    points: 1.5,
    asks: {
      en: "Which filter receives every temperature of the house?",
      fr: "Quel filtre reçoit toutes les températures de la maison ?",
    },
    hints: [{ en: "Draw the tree of topics.", fr: "Dessinez l'arbre des topics." }],
    truth: FACT,
    called: same("KEY-called"),
  },
  {
    id: "6.1-commands",
    section: "6.1",
    kind: "commands",
    points: 1,
    asks: {
      en: "Show with commands of your own what + and # do.",
      fr: "Montrez par des commandes de votre choix ce que font + et #.",
    },
    hints: [{ en: "One subscription for each.", fr: "Un abonnement pour chacun." }],
    wildcards: ["+", "#"],
    places: ["commands"],
  },
];
