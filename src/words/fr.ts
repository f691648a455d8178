/** Le catalogue français, tenu de dire tout ce que dit l’anglais, et rien d’autre. */
import { clientFr } from "./client.fr";
import { explainFr } from "./explain.fr";
import { labFr } from "./lab.fr";
import { logsFr } from "./logs.fr";
import { rubricFr } from "./rubric.fr";
import { sheetFr } from "./sheet.fr";
import { checkFr } from "./check.fr";
import { gradeFr } from "./grade.fr";
import { gradesFr } from "./grades.fr";
import type { Words } from "./words";

const s = (n: number, one: string, many = `${one}s`) => `${n} ${n < 2 ? one : many}`;

export const fr = {
  client: clientFr,
  explain: explainFr,
  grades: gradesFr,
  report: {
    colon: " : ",
    semicolon: " ; ",
    broker: "Broker",
    log: "Journal",
    why: "Choix",
    reports: "Rapports",
    decrypt: "Déchiffrer",
    time: "Durée",
    versionUnknown: "version inconnue",
    noLog: "aucun",
    narratedLog: "rédigé par tp-mqtt lui-même à partir des paquets",
    run: (startedAt: string) => `exécution du ${startedAt}`,
    expected: "attendu",
    actual: "obtenu",
    evidence: "preuves",
    clause: "norme",
    hint: "piste",
    reason: "motif",
    more: (n: number) => `… ${n} de plus dans results.json`,
    others: (n: number) =>
      `${s(n, "autre constat", "autres constats")} de ce type, à lire dans results.json :`,
    headings: {
      fail: "Échecs",
      inconclusive: "Indécidable : les preuves nécessaires ont manqué",
      deviation: "Écarts connus de ce broker par rapport à la norme, non comptés comme échecs",
      skipped: "Non évalué",
    },
    counts: {
      pass: (n: number) => s(n, "réussie"),
      fail: (n: number) => s(n, "échouée"),
      deviation: (n: number) => s(n, "écart connu", "écarts connus"),
      inconclusive: (n: number) => s(n, "indécidable"),
      skipped: (n: number) => s(n, "non évaluée", "non évaluées"),
    },
    columns: {
      pass: "réussies",
      fail: "échouées",
      deviation: "écarts connus",
      inconclusive: "indécidables",
      skipped: "non évaluées",
    },
    knownDeparture: "Écart connu de ce broker par rapport à la norme, non compté comme échec",
    measured: "Mesuré, sans être jugé",
    observed: "Observé, sans être jugé",
    measure: { exercise: "exercice", what: "mesure", value: "valeur" },
    conclusion: {
      passed: "RÉUSSI : tout ce qui a été jugé est vérifié.",
      open: (n: number) => `RÉUSSI POUR CE QUI A ÉTÉ JUGÉ : ${s(n, "affirmation")} sans conclusion.`,
      failed: (n: number) =>
        `ÉCHEC : ${s(n, "affirmation n’est pas vérifiée", "affirmations ne sont pas vérifiées")}.`,
      nothing: "RIEN N’A PU ÊTRE JUGÉ.",
      interrupted: "INTERROMPU : voici ce qui avait été observé jusque-là.",
    },
    phases: {
      start: "démarrage",
      probe: "vérifications",
      play: "exercices",
      log: "fin du journal",
      sweep: "nettoyage",
      stop: "arrêt",
      judge: "jugement",
    },
    sources: {
      wire: "réseau",
      log: "journal",
      message: "message",
      tls: "TLS",
      ssh: "SSH",
      play: "tp-mqtt",
    },
    sectionHeading: "Section",
  },
  progress: {
    starting: "démarrage du broker",
    target: (what: string) => `Broker : ${what}`,
    playing: (n: number) => `${s(n, "exercice")} à jouer…`,
    played: (done: number, total: number) => `${done}/${total} ${done < 2 ? "joué" : "joués"}`,
    waiting: (names: string) => `en attente : ${names}`,
  },
  cli: {
    usage: "Usage",
    commands: "Commandes",
    options: "Options",
    tagline: "joue les exercices du TP MQTT face à un broker et juge ce qui a été observé.",
    more: "tp-mqtt verify --help donne les options de verify, et de même pour chaque commande.",
    command: {
      verify: "jouer les exercices face à un broker et le juger",
      lab: "démarrer, interroger ou supprimer le broker de la classe et son journal par SSH : up, status, down",
      logs: "suivre le journal d’un broker, chaque ligne expliquée",
      client: "les cinq clients du TP : ping, qos, tls, pub, sub",
      sheet: "écrire une feuille de réponses vide",
      check: "vérifier une feuille de réponses et obtenir des indices",
      grade: "noter un dossier de travaux remis",
      rubric: "essayer le barème des réponses rédigées sur des réponses déjà notées : test",
    },
    lab: labFr,
    logs: logsFr,
    sheet: sheetFr,
    check: checkFr,
    grade: gradeFr,
    rubric: rubricFr,
    unknownCommand: (name: string, near: string) =>
      `La commande « ${name} » n’existe pas ; vouliez-vous dire « ${near} » ?`,
    unknownClient: (name: string, near: string) =>
      `Le client « ${name} » n’existe pas ; vouliez-vous dire « ${near} » ?`,
    unknownFlag: (flag: string, near: string | undefined, command: string) =>
      near === undefined
        ? `L’option ${flag} n’existe pas ; tp-mqtt ${command} --help donne la liste.`
        : `L’option ${flag} n’existe pas ; la plus proche est ${near}.`,
    flagNeedsValue: (flag: string) => `L’option ${flag} demande une valeur.`,
    flagTakesNone: (flag: string) => `L’option ${flag} ne prend pas de valeur.`,
    strayArgument: (argument: string) =>
      `« ${argument} » n’est pas une option ; pour choisir des exercices, écrivez --only ${argument}.`,
    badChoice: (flag: string, value: string, choices: string) =>
      `${flag} vaut « ${value} » ; les valeurs possibles sont ${choices}.`,
    nothingSelected: (prefixes: string, near: string) =>
      `Aucun exercice ne commence par ${prefixes} ; les plus proches sont : ${near} ; --list les énumère tous.`,
    cannotWrite: (folder: string, why: string) =>
      `Impossible d’écrire les rapports dans « ${folder} » (${why}) ; indiquez un autre dossier avec --reports.`,
    cannotRead: (file: string, why: string) =>
      `Impossible de lire l’enregistrement ${file} (${why}) ; --from attend le dossier de rapports d’une exécution précédente.`,
    badJournal: (place: string, why: string) =>
      `${place}: ${why} ; --from attend un journal.jsonl tel que l’exécution l’a écrit`,
    otherExercises: "Cette version de tp-mqtt ne connaît aucun des exercices de cet enregistrement.",
    system: {
      ENOENT: "aucun fichier ni dossier de ce nom",
      EACCES: "permission refusée",
      EPERM: "permission refusée",
      EROFS: "système de fichiers en lecture seule",
      ENOTDIR: "ce chemin, ou une partie de ce chemin, n’est pas un dossier",
      EISDIR: "c’est un dossier",
      ENOSPC: "plus d’espace libre",
    },
    interrupted: "Interrompu avant que quoi que ce soit ait été joué.",
    unexpected: (what: string) => `Un problème imprévu est survenu : ${what} (TP_DEBUG=1 montre où).`,
    flags: {
      target: "quel broker : auto, container, native, embedded ou remote (par défaut : auto)",
      host: "un broker géré par quelqu’un d’autre ; implique --target remote",
      port: "son port (par défaut : 1883)",
      "tls-port": "son port TLS (avec --ca, par défaut : 8883 ; sans l’un ni l’autre, pas de TLS)",
      ca: "certificat remis à ses clients, en PEM (par défaut : les autorités du système)",
      username: "nom d’utilisateur auprès du broker",
      password: "mot de passe ; mieux vaut TP_PASSWORD, que personne d’autre ne voit",
      "log-command": "commande qui affiche en continu le journal du broker distant",
      "log-file": "fichier où s’écrit le journal du broker distant",
      ssh: "connexion qui affiche le journal du broker distant : utilisateur@hôte ou utilisateur@hôte:port ; mot de passe dans TP_SSH_PASSWORD, sinon demandé",
      "ssh-key": "clé privée pour cette connexion ; sa phrase secrète dans TP_SSH_PASSPHRASE, sinon demandée",
      "ssh-host-key":
        "empreinte de la clé de ce serveur, telle que distribuée (par défaut : known_hosts, sinon la question est posée)",
      only: "ne jouer que les exercices dont l’identifiant commence ainsi ; plusieurs avec des virgules, ou en répétant",
      list: "énumérer exercices et affirmations, sans rien jouer",
      strict: "les écarts connus par rapport à la norme sont des échecs",
      lang: "fr ou en (par défaut : selon la langue du système)",
      reports: "dossier des rapports (par défaut : reports)",
      from: "rejuger, sans broker, ce qu’une exécution précédente a enregistré dans ce dossier",
      help: "cette aide",
      version: "la version",
    },
    flagNote:
      "Chaque option peut aussi venir de l’environnement : --log-file est TP_LOG_FILE, et ainsi de suite.",
    exit: "Code de retour : 0 tout ce qui a été jugé est réussi, 1 au moins un échec, 2 rien n’a pu être jugé.",
  },
} satisfies Words;
