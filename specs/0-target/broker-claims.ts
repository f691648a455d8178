import type { Claim } from "../../src/judge/claim";
import { fail, inconclusive, pass } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";
import type { Text } from "../../src/words/text";

/** What came back on the probe's first connection. */
function answers(scene: Scene) {
  return scene
    .wire("probe")
    .filter((entry) => (entry.event === "packet" || entry.event === "bytes") && entry.from === "broker");
}

export const listens: Claim = {
  id: "listens",
  title: { en: "something listens at the broker’s address", fr: "un serveur écoute à l’adresse du broker" },
  rests: ["wire"],
  gate: "run",
  hint: {
    en: "Is the broker running, and are host and port right? A Mosquitto 2 without a “listener” line accepts connections from its own machine only.",
    fr: "Le broker est-il démarré, l’hôte et le port sont-ils les bons ? Un Mosquitto 2 sans ligne « listener » n’accepte que les connexions locales.",
  },
  judge(scene) {
    const opened = scene.connections("probe")[0];
    if (opened) return pass(opened);
    const refused = scene.wire("probe").filter((entry) => entry.event === "refused");
    const why = refused[0]?.why;
    return fail(
      { en: "a TCP connection", fr: "une connexion TCP" },
      why === undefined
        ? { en: "no connection in the time given", fr: "pas de connexion dans le temps imparti" }
        : (NO_CONNECTION[why] ?? { en: `no connection (${why})`, fr: `pas de connexion (${why})` }),
      refused.length > 0 ? refused : scene.entries.filter((entry) => entry.source === "play"),
    );
  },
};

/** By the operating system's word. */
const NO_CONNECTION: Readonly<Record<string, Text>> = {
  ECONNREFUSED: {
    en: "connection refused: nothing listens on that port",
    fr: "connexion refusée : rien n’écoute sur ce port",
  },
  ENOTFOUND: { en: "no host of that name is known", fr: "aucun hôte de ce nom n’est connu" },
  EAI_AGAIN: { en: "the host’s name could not be looked up", fr: "le nom de l’hôte n’a pas pu être résolu" },
  EHOSTUNREACH: { en: "the host cannot be reached", fr: "l’hôte est injoignable" },
  ENETUNREACH: { en: "the network cannot be reached", fr: "le réseau est injoignable" },
  ETIMEDOUT: { en: "the host does not answer", fr: "l’hôte ne répond pas" },
};

export const speaksMqtt: Claim = {
  id: "speaks-mqtt",
  title: { en: "what listens there speaks MQTT", fr: "ce qui écoute là parle MQTT" },
  rests: ["wire"],
  gate: "run",
  hint: {
    en: "Another service may hold this port, or the port may expect TLS or WebSockets.",
    fr: "Un autre service occupe peut-être ce port, ou bien ce port attend du TLS ou des WebSockets.",
  },
  judge(scene) {
    const connect = scene.played("CONNECT", { role: "probe" });
    const first = answers(scene)[0];
    if (first?.event === "packet" && first.packet.type === "CONNACK") return pass(connect, first);
    const closed = scene.closings("probe");
    const actual = first
      ? { en: "an answer that is not MQTT", fr: "une réponse qui n’est pas du MQTT" }
      : closed[0]?.by === "broker"
        ? { en: "the connection was closed without an answer", fr: "la connexion a été fermée sans réponse" }
        : { en: "no answer", fr: "pas de réponse" };
    return fail(
      { en: "a CONNACK in answer to CONNECT", fr: "un CONNACK en réponse au CONNECT" },
      actual,
      connect,
      first ?? [],
      closed,
    );
  },
};

const REFUSALS: Readonly<Record<number, { en: string; fr: string }>> = {
  1: { en: "unacceptable protocol version", fr: "version du protocole refusée" },
  2: { en: "client identifier rejected", fr: "identifiant de client refusé" },
  3: { en: "server unavailable", fr: "serveur indisponible" },
  4: { en: "bad user name or password", fr: "nom d’utilisateur ou mot de passe incorrect" },
  5: { en: "not authorised", fr: "accès non autorisé" },
};

export const acceptsUs: Claim = {
  id: "accepts-login",
  title: { en: "the broker accepts the login", fr: "le broker accepte l’identification" },
  rests: ["wire"],
  gate: "run",
  hint: {
    en: "Give --username and --password, or allow anonymous clients: a Mosquitto 2 with a “listener” line refuses them unless told otherwise.",
    fr: "Indiquez --username et --password, ou autorisez les clients anonymes : un Mosquitto 2 avec une ligne « listener » les refuse par défaut.",
  },
  judge(scene) {
    const connack = scene.packets("broker", "CONNACK", { role: "probe" })[0];
    if (connack === undefined)
      return inconclusive({ en: "no CONNACK was seen", fr: "aucun CONNACK n’a été vu" });
    const { code } = connack.packet;
    if (code === 0) return pass(connack);
    const meaning = REFUSALS[code] ?? { en: "refused", fr: "refusé" };
    return fail(
      { en: "CONNACK with return code 0", fr: "un CONNACK avec le code de retour 0" },
      { en: `return code ${code}: ${meaning.en}`, fr: `code de retour ${code} : ${meaning.fr}` },
      connack,
    );
  },
};

export const stays: Claim = {
  id: "stays",
  title: {
    en: "the broker still answers when the exercises are over, and was there all the time",
    fr: "le broker répond encore à la fin des exercices, et n’a jamais disparu entre-temps",
  },
  rests: ["wire"],
  // A broker that went away in the middle would be blamed for whatever was being played.
  gate: "run",
  hint: {
    en: "Was the broker stopped or restarted during the run? Its log tells how it ended.",
    fr: "Le broker a-t-il été arrêté ou redémarré pendant l’exécution ? Son journal dit comment il s’est terminé.",
  },
  judge(scene) {
    const [gone] = scene.marks("answers-no-more");
    const [away] = scene.marks("went-away");
    const lost = away ?? gone;
    if (lost === undefined) return pass(scene.mark("still-answers"));
    const begun = scene.wholeLog.all("version").filter(({ entry }) => entry.at > lost.at);
    return fail(
      {
        en: "an answer to a last client, and no connection lost before",
        fr: "une réponse à un dernier client, sans connexion perdue auparavant",
      },
      gone === undefined ? CAME_BACK : WENT,
      away ?? [],
      gone ?? [],
      begun.map(({ entry }) => entry),
    );
  },
};

const WENT: Text = {
  en: "no answer: the broker went away during the run",
  fr: "pas de réponse : le broker a disparu pendant l’exécution",
};
const CAME_BACK: Text = {
  en: "the broker, or the way to it, went away during the run and came back",
  fr: "le broker, ou le chemin qui y mène, a disparu pendant l’exécution puis est revenu",
};

/** Codes of SUBACK from here on refuse (MQTT-3.9.3). */
const REFUSED = 0x80;

export const topicsAllowed: Claim = {
  id: "topics-allowed",
  title: {
    en: "the broker lets us publish and subscribe below tp-mqtt/",
    fr: "le broker nous laisse publier et nous abonner sous tp-mqtt/",
  },
  rests: ["wire"],
  gate: "run",
  hint: {
    en: "Does an access list (acl_file, dynamic security) restrict this user? It needs to read and write tp-mqtt/#, /tp-mqtt/# and $tp-mqtt/#, and to subscribe to #. Does a mount_point change the topics?",
    fr: "Une liste d’accès (acl_file, dynamic security) limite-t-elle cet utilisateur ? Il doit pouvoir lire et écrire tp-mqtt/#, /tp-mqtt/# et $tp-mqtt/#, et s’abonner à #. Un mount_point modifie-t-il les topics ?",
  },
  judge(scene) {
    const subscribe = scene.played("SUBSCRIBE", { role: "probe" });
    const suback = scene.packets("broker", "SUBACK", { role: "probe" })[0];
    const puback = scene.packets("broker", "PUBACK", { role: "limits" })[0];
    const inLog = scene.logged("probe", "publish-refused", { why: "denied" }).map((line) => line.entry);
    const denied = puback && (puback.packet.code ?? 0) >= REFUSED ? [...inLog, puback] : inLog;
    const refused = (suback?.packet.codes.at(-1) ?? 0) >= REFUSED;
    const expected = {
      en: "a granted subscription and an accepted PUBLISH",
      fr: "un abonnement accordé et un PUBLISH accepté",
    };
    if (suback && refused)
      fail(
        expected,
        { en: "the subscription was refused", fr: "l’abonnement a été refusé" },
        subscribe,
        suback,
      );
    if (denied.length > 0)
      fail(expected, { en: "the PUBLISH was denied", fr: "le PUBLISH a été rejeté" }, denied);
    const sent = scene.played("PUBLISH", { role: "probe" });
    const { topic } = sent.packet;
    const got = scene.packets("broker", "PUBLISH", { role: "probe", topic, after: sent })[0];
    if (got === undefined)
      fail(
        {
          en: `the PUBLISH to '${topic}' back at the client that had subscribed to it`,
          fr: `le PUBLISH vers « ${topic} » de retour chez le client qui s’y était abonné`,
        },
        scene.insteadOf({ role: "probe", after: sent }),
        subscribe,
        suback ?? [],
        scene.packets("client", "PUBLISH", { role: "probe" }),
      );
    return pass(subscribe, suback ?? [], sent, got);
  },
};
