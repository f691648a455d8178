/** Les mots de `tp-mqtt grade`. */
import type { gradeEn } from "./grade.en";

const s = (n: number, one: string, many = `${one}s`) => `${n} ${n < 2 ? one : many}`;

export const gradeFr: typeof gradeEn = {
  operands: "DOSSIER",
  flags: {
    reports: "dossier des carnets de notes et des pages (par défaut : reports/grades)",
    questions: "vos propres questions et points, voir « questions » dans le README",
    decisions: "vos décisions sur les réponses en attente (par défaut : decisions.yaml à côté des copies)",
    truth:
      "d’où vient le corrigé : une version enregistrée de Mosquitto, ou les rapports de « tp-mqtt verify » (par défaut : 2.0.11)",
    "log-file": "journal du broker qu’a utilisé la classe : les extraits y sont recherchés",
    ssh: "connexion qui montre ce journal : user@host ou user@host:port ; mot de passe dans TP_SSH_PASSWORD, ou demandé",
    "ssh-key": "clé privée pour cette connexion ; sa phrase secrète dans TP_SSH_PASSPHRASE, ou demandée",
    "ssh-host-key": "empreinte de la clé de ce serveur (par défaut : known_hosts, ou demandée)",
    worksheet: "feuille d’évaluation de Moodle (CSV) telle que téléchargée : elle est remplie",
    publish:
      "ce que montrent les fichiers des étudiants : points, ou reasons avec les raisons (par défaut : ni l’un ni l’autre)",
    since: "rapports d’une exécution antérieure : montrer ce qui a changé pour chaque étudiant",
    workers: "fils d’exécution qui notent (par défaut : un par cœur, moins un pour les rapports)",
    lang: "fr ou en (par défaut : celle du système)",
    help: "cette aide",
  },
  notes: [
    "DOSSIER contient une feuille, un dossier ou une archive par étudiant, ou c’est l’archive que donnent Moodle ou Gradescope.",
    "Ce qui a été noté est conservé : relancez après Ctrl-C, ou avec de nouvelles copies, et seul le reste sera noté.",
    "Code de sortie : 0 toutes les copies ont été notées (des réponses peuvent vous attendre), 1 certaines n’ont pas pu être notées, 2 aucune n’a pu l’être.",
  ],
  noFolder: "Indiquez le dossier des copies à noter : tp-mqtt grade DOSSIER.",
  stray: (argument) => `« ${argument} » est un argument de trop : grade prend un seul dossier.`,
  unreadable: (file, why) => `${file} ne peut pas être lu : ${why}.`,
  nobody: (folder) =>
    `${folder} ne contient aucune copie ; grade prend le dossier où chaque étudiant a une feuille, un dossier ou une archive.`,
  badWorkers: (given) => `--workers est un nombre de 1 à 64, et non « ${given} ».`,
  inTheWay: (folder) =>
    `Les rapports ne peuvent pas être écrits dans ${folder}, parmi les copies ; choisissez un autre dossier avec --reports.`,
  progress: {
    graded: (done, all) => `${done} sur ${s(all, "copie notée", "copies notées")}`,
    left: (time) => `encore ${time} environ`,
    seconds: (n) => `${n} s`,
    minutes: (n) => `${n} min`,
    begin: (n, kept) =>
      kept === 0
        ? `Notation de ${s(n, "copie")}.`
        : `Notation de ${s(n, "copie")} ; ${s(kept, "déjà notée", "déjà notées")}.`,
    writing: "écriture des rapports",
  },
  interrupted: (done, all) =>
    `Interrompu : ${done} sur ${s(all, "copie notée et conservée", "copies notées et conservées")} ; relancez la même commande pour continuer.`,
  summary: {
    graded: (n, all) =>
      n === all ? s(n, "copie notée", "copies notées") : `${n} sur ${s(all, "copie notée", "copies notées")}`,
    kept: (n) =>
      s(n, "inchangée depuis une exécution antérieure", "inchangées depuis une exécution antérieure"),
    mean: (mean, median, max) => `moyenne ${mean}, médiane ${median} sur ${max} points`,
    waiting: (answers, different) =>
      answers === different
        ? `${s(answers, "réponse")} à lire`
        : `${s(answers, "réponse")} à lire, dont ${s(different, "différente")}`,
    decide: (file) => `Décidez-en dans ${file}, puis relancez la même commande.`,
    decided: (n) => s(n, "réponse réglée par vos décisions", "réponses réglées par vos décisions"),
    refused: "Non notées",
    more: (n) => `et ${s(n, "autre")}, voir la page de la classe`,
    alike: (n) =>
      `${s(n, "groupe")} de copies dont les feuilles ou les extraits sont les mêmes, voir la page de la classe`,
    badDecision: "Décisions laissées de côté",
    worksheet: "Feuille de Moodle",
    page: (file) => `La page de la classe : ${file}`,
  },
  refused: {
    empty: "Elle est vide.",
    noSheet: (names, all) =>
      `Aucun de ses fichiers n’est une feuille de réponses : ${names.join(", ")}${all > names.length ? `, et ${s(all - names.length, "autre")}` : ""}.`,
    twoSheets: (one, other) =>
      `Elle contient deux feuilles de réponses remplies, ${one} et ${other} ; ne laissez que celle qui compte.`,
    largeSheet: (path, mb) => `${path} est plus grand que toute feuille de réponses (${mb} Mo au plus).`,
    largeFile: (path, mb) => `${path} est trop grand pour être lu (${mb.replace(".", ",")} Mo au plus).`,
    bomb: (path) => `${path} donnerait bien plus que sa taille une fois décompressé ; il ne l’a pas été.`,
    unknownPacking: (path) => `${path} est compressé d’une façon qui ne peut pas être lue ici.`,
    encrypted: (path) => `${path} est protégé par un mot de passe.`,
    climbing: (path) => `Le chemin de ${path} sort de l’archive ; rien n’en a été lu.`,
    brokenFile: (path) => `${path} est endommagé dans son archive.`,
    brokenArchive: "Son archive est endommagée, ou n’en est pas une.",
    manyFiles: (n) => `Elle contient plus de ${n} fichiers.`,
    deep: (n) => `Elle contient plus de ${n} dossiers les uns dans les autres.`,
    unreadable: (why) => `Elle ne peut pas être lue : ${why}.`,
    tooSlow: (seconds) => `Sa notation a pris plus de ${seconds} s et a été abandonnée ; lisez-la vous-même.`,
    crashed: "Sa notation a échoué d’une façon imprévue ; lisez-la vous-même.",
  },
};
