/** Les mots de `tp-mqtt sheet`. */
import type { sheetEn } from "./sheet.en";

export const sheetFr: typeof sheetEn = {
  flags: {
    form: "yaml, ou markdown (par défaut : yaml)",
    questions: "le fichier de questions de l’enseignant : drop, points, add",
    lang: "fr ou en (par défaut : selon la langue du système)",
    help: "cette aide",
  },
  notes: [
    "La feuille s’écrit sur la sortie standard : tp-mqtt sheet > reponses.yaml. Remplissez-la avec un éditeur de texte et vérifiez-la par tp-mqtt check reponses.yaml.",
    "Code de retour : 0 la feuille est écrite, 2 elle n’a pas pu l’être.",
  ],
  stray: (argument: string) =>
    `« ${argument} » n’est pas une option ; pour garder la feuille, écrivez tp-mqtt sheet > ${argument}.`,
  unreadable: (file: string, why: string) => `Impossible de lire les questions ${file} : ${why}.`,
  written: {
    title: "TP MQTT : feuille de réponses",
    yaml: [
      "Écrivez chaque réponse sous sa ligne qui se termine par |, avec quatre espaces devant chaque ligne et sans tabulation. Tout texte convient, sur autant de lignes que vous voulez :",
      ["#", "#   réponse: |", "#     Une première phrase,", "#     puis une autre.", "#"],
      "Sous extrait: collez les lignes des logs du broker telles quelles. Sous commandes: écrivez une commande par ligne, comme dans un terminal. Laissez les identifiants (2.3-connack:) tels quels.",
      "Les lignes qui commencent par # ne sont pas lues. Une question sous laquelle rien n’est écrit compte comme sans réponse.",
      "tp-mqtt check montre quelles réponses sont lisibles et donne des indices.",
    ],
    markdown: [
      "Écrivez chaque réponse sous sa question. Les lignes des logs vont telles quelles dans le bloc qui commence par ```log, les commandes dans celui qui commence par ```sh, une par ligne. Laissez les titres tels quels. Une question sous laquelle rien n’est écrit compte comme sans réponse.",
      "tp-mqtt check montre quelles réponses sont lisibles et donne des indices.",
    ],
    clients:
      "Les identifiants de client que vous avez utilisés, séparés par des virgules : ils distinguent vos lignes de log de celles des autres.",
    points: (n: number) => `${String(n).replace(".", ",")} ${n < 2 ? "point" : "points"}`,
    sections: {
      "2.3": "Connexion au broker et analyse des logs",
      "2.4": "Identification des comportements selon le QoS",
      "2.5": "Discussion et analyse",
      "3": "Messages PINGREQ et PINGRESP",
      "4": "Paramètres d’une publication",
      "4.1": "Paramètre retain",
      "5.3": "TLS : analyse et compréhension",
      "6.1": "Topics : + et #",
    },
  },
};
