/** Les mots de `tp-mqtt logs`. */
import type { logsEn } from "./logs.en";

export const logsFr = {
  operands: "[CONTENEUR|-]",
  flags: {
    container: "un conteneur de cette machine, par nom ou identifiant ; revient à le nommer sans option",
    "log-command": "commande qui affiche le journal en continu",
    "log-file": "fichier où le broker écrit son journal",
    ssh: "connexion qui montre le journal : utilisateur@hôte ou utilisateur@hôte:port ; mot de passe dans TP_SSH_PASSWORD, ou demandé",
    "ssh-key": "clé privée pour cette connexion ; sa phrase secrète dans TP_SSH_PASSPHRASE, ou demandée",
    "ssh-host-key":
      "empreinte de la clé de ce serveur, telle que distribuée ; sinon vos hôtes connus décident",
    tail: "nombre de lignes passées d’un conteneur ou d’un fichier, ou all pour toutes (par défaut : 10) ; par SSH 0 ou all (par défaut : 0)",
    client: "seulement ce client ; * et ? remplacent des caractères quelconques. Peut se répéter",
    topic: "seulement ce qui touche aux topics de ce filtre : maison/#. Peut se répéter",
    type: "seulement ces paquets, par nom ou numéro : publish,12. Peut se répéter",
    json: "un objet JSON par ligne, pour les programmes",
    lang: "fr ou en (par défaut : selon la langue du système)",
    help: "cette aide",
  },
  sources:
    "Le journal vient d’un conteneur, de --ssh, de --log-command, de --log-file ou de l’entrée standard (docker logs -f broker | tp-mqtt logs -).",
  arrows:
    "→ le broker a reçu le paquet, ← il l’envoie. La ligne d’un filtre ou d’un testament accompagne le paquet auquel elle appartient.",
  exit: "Ctrl-C met fin à l’affichage. Code de retour : 0 le journal est terminé, 2 il ne peut pas être lu, 130 après Ctrl-C.",
  following: (source: string) => `${source}   → reçu par le broker, ← envoyé par lui   Ctrl-C pour terminer`,
  noSource:
    "Indiquez d’où vient le journal : un conteneur (tp-mqtt logs mosquitto), --ssh, --log-command, --log-file, ou - pour l’entrée standard.",
  twoSources: (names: string) => `Un journal vient d’un seul endroit ; en voici plusieurs : ${names}.`,
  badTail: (value: string) => `--tail vaut « ${value} » ; il faut un nombre de lignes, ou all.`,
  tailOfWhat: "--tail concerne un conteneur, un fichier ou SSH ; toute autre source est affichée en entier.",
  tailOverSsh: "Par SSH, --tail peut valoir 0 ou all : nul ne sait jusqu’où remontera le passé.",
  badType: (value: string) =>
    `--type vaut « ${value} » ; il faut un nom de paquet, par exemple PUBLISH, ou son numéro, de 1 à 15.`,
  badTopic: (value: string) => `--topic vaut « ${value} », qui n’est pas un filtre de topic valide.`,
} satisfies typeof logsEn;
