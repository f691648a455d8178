import type { PlayEntry } from "../../src/evidence/journal/entry";
import type { Claim } from "../../src/judge/claim";
import { fail, pass } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";
import { same, type Text } from "../../src/words/text";

/** The four faults of a log are told apart in this order: nothing of this broker, no connections, no packets, late. */
const nothingOfUs = (scene: Scene): Text => {
  const broken = brokenLog(scene);
  if (broken) return broken;
  const { lines } = scene.wholeLog;
  if (lines === 0) return { en: "not one line was read", fr: "pas une seule ligne n’a été lue" };
  return {
    en: `${lines} lines were read, none about this run’s clients`,
    fr: `${lines} lignes ont été lues, aucune ne concerne les clients de cette exécution`,
  };
};

/** What the log's source said when it could not be opened, or broke off. */
function brokenLog(scene: Scene): Text | undefined {
  const mark = scene.entries.find(
    (entry): entry is PlayEntry => entry.source === "play" && entry.name === "log-broken",
  );
  if (mark === undefined) return undefined;
  return (mark.data as Text | undefined) ?? same(mark.text ?? "");
}

export const lineOfProbe: Claim = {
  id: "log-is-this-brokers",
  title: {
    en: "the log is this broker’s and can be read",
    fr: "le journal est bien celui de ce broker et il est lisible",
  },
  rests: ["log"],
  gate: "log",
  hint: {
    en: "Check the command or the file of the log, and that it belongs to the broker under test. A log written to a pipe may be held back in blocks of 4 KiB: use log_dest stderr.",
    fr: "Vérifiez la commande ou le fichier du journal, et qu’il s’agit bien du broker testé. Un journal écrit dans un tube peut être retenu par blocs de 4 Kio : utilisez log_dest stderr.",
  },
  judge(scene) {
    const lines = scene.log("probe");
    if (lines[0]) return pass(lines[0].entry);
    return fail(
      { en: "log lines about the client “probe”", fr: "des lignes du journal au sujet du client « probe »" },
      nothingOfUs(scene),
      scene.played("CONNECT", { role: "probe" }),
    );
  },
};

export const connectionLines: Claim = {
  id: "log-has-connections",
  title: { en: "the log tells of connections", fr: "le journal relate les connexions" },
  rests: ["log"],
  gate: "log",
  hint: {
    en: "These lines need the log types notice and information, and connection_messages true.",
    fr: "Ces lignes demandent les types de journal notice et information, et connection_messages true.",
  },
  judge(scene) {
    const line = scene.logged("probe", "client-connected")[0];
    if (line) return pass(line.entry);
    const others = scene
      .log("probe")
      .slice(0, 3)
      .map((sighting) => sighting.entry);
    return fail(
      {
        en: "a line “New client connected …” about the client “probe”",
        fr: "une ligne « New client connected … » au sujet du client « probe »",
      },
      { en: "other lines about it, but not that one", fr: "d’autres lignes à son sujet, mais pas celle-là" },
      others,
    );
  },
};

export const debugLines: Claim = {
  id: "log-has-packets",
  title: {
    en: "the log tells of packets and subscriptions",
    fr: "le journal relate les paquets et les abonnements",
  },
  rests: ["log"],
  gate: "log",
  hint: {
    en: "Packets are logged only with “log_type all” (or debug, subscribe and unsubscribe): the default leaves them out.",
    fr: "Les paquets ne sont journalisés qu’avec « log_type all » (ou debug, subscribe et unsubscribe) : le réglage par défaut les omet.",
  },
  // Whole kinds of lines are meant here. A single line that is missing is for the exercise that it belongs to.
  judge(scene) {
    const packets = scene.logged("probe", "packet");
    const subscriptions = scene.logged("probe", "subscription");
    const missing = [
      ...(packets.length > 0 ? [] : ["Received …, Sending …"]),
      ...(subscriptions.length > 0 ? [] : ["<id> <qos> <filter>"]),
    ];
    const [packet] = packets;
    const [subscription] = subscriptions;
    if (packet && subscription) return pass(packet.entry, subscription.entry);
    const list = missing.join(", ");
    return fail(
      {
        en: "lines about the packets and subscriptions of the client “probe”",
        fr: "des lignes sur les paquets et les abonnements du client « probe »",
      },
      { en: `no line of the kind ${list}`, fr: `aucune ligne du type ${list}` },
      scene.log("probe").map((sighting) => sighting.entry),
    );
  },
};

export const lasts: Claim = {
  id: "log-lasts",
  title: {
    en: "the log can be read until the run is over",
    fr: "le journal reste lisible jusqu’à la fin de l’exécution",
  },
  rests: ["log"],
  gate: "log",
  hint: {
    en: "Was the command that shows the log, or the SSH server, stopped during the run?",
    fr: "La commande qui affiche le journal, ou le serveur SSH, a-t-elle été arrêtée pendant l’exécution ?",
  },
  judge(scene) {
    const broken = brokenLog(scene);
    if (broken === undefined) return pass(scene.mark("still-answers"));
    return fail(
      { en: "lines until the end", fr: "des lignes jusqu’à la fin" },
      broken,
      scene.mark("log-broken"),
    );
  },
};

export const caughtUp: Claim = {
  id: "log-in-time",
  title: { en: "the log is live", fr: "le journal est en temps réel" },
  rests: ["log"],
  gate: "log",
  hint: {
    en: "Lines come late or in blocks: look for buffering between the broker and the reader (log_dest stdout through a pipe, grep without --line-buffered).",
    fr: "Les lignes arrivent en retard ou par blocs : cherchez un tampon entre le broker et le lecteur (log_dest stdout dans un tube, grep sans --line-buffered).",
  },
  judge(scene) {
    const fence = scene.mark("still-answers");
    if (scene.reached("log-caught-up")) return pass(fence, scene.mark("log-caught-up"));
    return fail(
      { en: "the line of the last client within 3 s", fr: "la ligne du dernier client en moins de 3 s" },
      { en: "it did not come in that time", fr: "elle n’est pas arrivée dans ce délai" },
      fence,
    );
  },
};
