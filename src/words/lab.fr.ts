/** Les mots de `tp-mqtt lab`. */
import type { labEn } from "./lab.en";

export const labFr: typeof labEn = {
  actions: {
    up: "démarrer le broker de la classe avec TLS et son journal par SSH, et préparer ce qui se distribue",
    status: "ce qui tourne, qui est connecté, et si les lignes arrivent",
    down: "supprimer tout ce que lab up a créé",
  },
  more: "tp-mqtt lab up --help donne les options de up, et de même pour les autres.",
  flags: {
    address:
      "nom ou adresse sous lequel les étudiants trouvent le lab (par défaut : le premier --hostname, ou là où il écoute)",
    bind: "adresse de cette machine où écouter : 127.0.0.1, pour elle seule (par défaut), ou 0.0.0.0 pour une classe",
    "mqtt-port": "port du broker (par défaut : 1883)",
    "tls-port": "port du broker avec TLS (par défaut : 8883)",
    "ssh-port": "port du journal par SSH (par défaut : 2222)",
    hostname:
      "nom ou adresse que le certificat doit porter ; plusieurs avec des virgules, ou en répétant l’option",
    name: "nom du lab (par défaut : tp-mqtt)",
    image: "image du broker (par défaut : comme pour verify --target container)",
    "public-key":
      "fichier des clés publiques OpenSSH qui donnent accès ; aucun mot de passe n’est alors accepté",
    "password-stdin": "lire le mot de passe sur l’entrée standard (par défaut : il est créé)",
    "keep-handout": "laisser handout/ en place",
    dir: "dossier du lab : clés, réglages, handout/ (par défaut : lab)",
    lang: "fr ou en (par défaut : la langue du système)",
    help: "cette aide",
  },
  notes: {
    up: [
      "Relancée, la commande garde clés et mot de passe, et ne change que ce qui est redit.",
      "Code de retour : 0 les étudiants peuvent commencer, 2 sinon ; rien ne reste alors derrière.",
    ],
    status: ["Code de retour : 0 tout va bien, 1 quelque chose ne va pas, 2 il n’y a pas de lab."],
    down: [
      "--name sert pour un lab dont le dossier a disparu. Code de retour : 0, même s’il n’y avait rien à supprimer.",
    ],
  },
  unknownAction: (word, near) => `« lab ${word} » n’existe pas ; vouliez-vous dire « lab ${near} » ?`,
  stray: (word) => `« ${word} » n’est pas une option de cette commande ; --help en donne la liste.`,
  badName: (name) => `--name vaut « ${name} » ; il y faut des minuscules, chiffres, - et _, 40 au plus.`,
  badBind: (bind) => `--bind vaut « ${bind} » ; il y faut une adresse IPv4 de cette machine, comme 0.0.0.0.`,
  badHost: (host) => `« ${host} » n’est ni un nom d’hôte, ni une adresse IPv4.`,
  badPort: (flag, value) => `${flag} vaut « ${value} » ; il y faut un port, de 1 à 65535.`,
  keyOrPassword:
    "Les étudiants se connectent avec un mot de passe ou avec des clés : --password-stdin et --public-key s’excluent.",
  badPassword: (least) => `Le mot de passe doit avoir au moins ${least} caractères, tous ASCII.`,
  labels: {
    broker: "Broker",
    mqtt: "MQTT",
    tls: "MQTT sur TLS",
    ssh: "Serveur SSH",
    log: "Journal",
    user: "Utilisateur",
    password: "Mot de passe",
    hostKey: "Clé de l’hôte",
    handout: "À distribuer",
    sessions: "Sessions SSH",
    clients: "Clients",
    kept: "Journal gardé",
  },
  ownKey: "aucun : les clés que vous avez indiquées",
  runs: (name, ran) => `Le lab ${name} tourne${ran ? ", comme avant" : ""}.`,
  open: (bind) =>
    `Quiconque atteint ${bind === "0.0.0.0" ? "cette machine" : bind} peut s’en servir, sans mot de passe pour le broker.`,
  closed: "Cette machine seule peut l’atteindre. Pour une classe : tp-mqtt lab up --bind 0.0.0.0",
  next: "tp-mqtt lab status dit si tout va bien ; tp-mqtt lab down le supprime.",
  lab: (name) => `Lab ${name}`,
  none: (folder) => `Il n’y a pas de lab dans ${folder} ; tp-mqtt lab up en démarre un.`,
  removed: (name) => `Le lab ${name} est supprimé.`,
  stays: (folder) => `${folder} reste : une partie devait être gardée, ou n’est pas de nous.`,
  missing: "il n’y a pas de conteneur",
  state: (state) => `le conteneur est dans l’état ${state}`,
  since: (time) => `depuis le ${time}`,
  validTo: (day) => `certificat valable jusqu’au ${day}`,
  delay: (ms) => `la ligne d’un client est vue après ${ms} ms`,
  colon: " : ",
  andMore: (n) => `et ${n} autres`,
  well: "Tout va bien.",
  unwell: "Quelque chose ne va pas : voyez ✘.",
};
