/**
 * Les mots des cinq clients. Ce sont des modèles plutôt que des fonctions : `{place}` y est remplacé après la mise en
 * forme typographique, qui ne doit pas toucher à ce qu’un message contient, et les scripts Python du TP ont les mêmes.
 */
import type { clientEn } from "./client.en";

export const clientFr = {
  common: {
    usage: "Usage : {program} [options]",
    exit: "Code de retour : 0 terminé, 2 impossible d’aller au bout, 130 interrompu (Ctrl-C).",
    connecting: "Connexion à {place}, identifiant de client {id}",
    secured: "{version}, suite cryptographique {cipher}",
    certificate: "Certificat du broker : {subject}, valable jusqu’au {end}",
    size: "({size}\u00a0octets)",
    message: "Message reçu sur {topic} : {payload}",
    done: "Terminé. {summary}",
    interrupted: "Interrompu.",
    ask: "{question} [{value}] : ",
    default: "{question} : {value} (par défaut)",
    impossible: "« {value} » n’est pas possible ici.",
    ask_qos: "QoS (0, 1 ou 2)",
    ask_keepalive: "Keep alive en secondes",
    ask_topic: "Topic",
    ask_filter: "Filtre de topic",
    ask_message: "Message",
    ask_password: "Mot de passe de {username} : ",
    no_password: "Mot de passe : aucun (TP_PASSWORD n’est pas défini)",
    default_message: "Message de {id}",
    not_found: "L’hôte « {host} » est introuvable ; vérifiez --host.",
    refused: "Rien n’écoute à l’adresse {place} ; vérifiez --host et --port, et que le broker est démarré.",
    unreachable: "{place} est injoignable ; vérifiez --host et le réseau.",
    silent: "{place} ne répond pas ; vérifiez --host et --port.",
    not_mqtt:
      "{place} ne répond pas comme un broker MQTT ; vérifiez --port (d’ordinaire 1883 sans TLS, 8883 avec TLS).",
    not_tls: "{place} ne répond pas en TLS ; vérifiez --port (d’ordinaire 1883 sans TLS, 8883 avec TLS).",
    no_ca:
      "Le fichier « {ca} » est introuvable ou illisible ; indiquez avec --ca le certificat distribué (mosquitto.crt).",
    bad_ca:
      "Le fichier « {ca} » ne contient pas de certificat ; indiquez avec --ca le certificat distribué (mosquitto.crt).",
    untrusted:
      "Le certificat que présente {place} n’est pas celui de « {ca} » ni signé par lui ; vérifiez --ca et --host.",
    wrong_name: "Le certificat que présente {place} n’est pas établi pour « {host} » ; vérifiez --host.",
    expired:
      "Le certificat que présente {place} a expiré ou n’est pas encore valable ; vérifiez aussi l’heure de cette machine.",
    tls_failed: "La négociation TLS avec {place} a échoué.",
    login: "Le broker refuse l’accès (CONNACK, code {code}) ; vérifiez --username et le mot de passe.",
    rejected: "Le broker refuse la connexion (CONNACK, code {code}) ; vérifiez --client-id.",
    lost: "Le broker a interrompu la connexion : il s’est arrêté, ou un autre client a pris le même identifiant.",
    no_subscription: "Le broker refuse l’abonnement à « {topic} ».",
    late: "L’échange n’était pas terminé après {seconds}\u00a0s ; --seconds accorde plus de temps.",
    bad_option: "La valeur de {option} manque ou ne convient pas ; --help donne les valeurs possibles.",
    unknown_option: "« {word} » n’est pas une option ; --help donne la liste des options.",
    bad_topic: "« {topic} » n’est pas un topic où publier ; + et # sont réservés aux filtres.",
    bad_filter: "« {topic} » n’est pas un filtre de topic valable.",
  },
  options: {
    host: "adresse du broker (par défaut : celle de TP_HOST, sinon localhost)",
    port: "port du broker (par défaut : {port})",
    ca: "certificat auquel se fier (par défaut : mosquitto.crt)",
    "client-id": "identifiant de client (par défaut : un nouveau à chaque fois)",
    keepalive: "keep alive du CONNECT, en secondes (par défaut : {keepalive})",
    clean: "clean session : le broker oublie la session à la déconnexion (par défaut)",
    "no-clean": "le broker garde la session : abonnements et messages en attente",
    username: "nom d’utilisateur ; le mot de passe est celui de TP_PASSWORD, sinon il est demandé",
    topic: "topic où publier",
    filter: "filtre de topic auquel s’abonner ; l’option peut être répétée",
    message: "contenu du message",
    messages: "contenu du message ; l’option peut être répétée",
    qos: "qualité de service : 0, 1 ou 2",
    retain: "publier avec le paramètre retain",
    seconds: "s’arrêter au plus tard après N secondes",
    lang: "langue (par défaut : celle du système)",
    help: "cette aide",
  },
  ping: {
    purpose: "Met en évidence les échanges de PINGREQ et PINGRESP d’un client qui n’a rien à dire.",
    count: "nombre d’échanges (par défaut : 3, ou sans limite avec --seconds)",
    summary: "Échanges de PINGREQ et PINGRESP : {count}.",
  },
  qos: {
    purpose: "S’abonne à un topic et y publie un message, avec la QoS de votre choix.",
    count: "nombre de messages (par défaut : 1)",
    summary: "Messages publiés et reçus avec QoS\u00a0{qos} : {count}.",
  },
  tls: {
    purpose: "S’abonne à un topic et y publie un message, dans une connexion chiffrée par TLS.",
    count: "nombre de messages (par défaut : 1)",
    summary: "Messages publiés et reçus avec QoS\u00a0{qos}, chiffrés par TLS : {count}.",
  },
  pub: {
    purpose: "Publie un ou plusieurs messages sur un topic.",
    count: "nombre de fois que chaque message est publié (par défaut : 1)",
    summary: "Messages publiés : {count}.",
  },
  sub: {
    purpose: "S’abonne à des filtres de topic et affiche les messages reçus, jusqu’à Ctrl-C.",
    count: "s’arrêter après N messages (par défaut : sans limite)",
    summary: "Messages reçus : {count}.",
  },
} satisfies typeof clientEn;
