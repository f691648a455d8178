import type { Claim } from "../../src/judge/claim";
import { fail, pass } from "../../src/judge/finding";
import { answeredHello, clientHello, ending, recordsOf } from "../../src/judge/tls";
import type { Text } from "../../src/words/text";

export const answersInTls: Claim = {
  id: "tls-answers",
  title: { en: "what listens on the TLS port speaks TLS", fr: "ce qui écoute sur le port TLS parle TLS" },
  rests: ["tls"],
  needs: ["tls"],
  gate: "tls",
  hint: {
    en: "Is --tls-port right, and has that listener a certfile and a keyfile in mosquitto.conf?",
    fr: "Le --tls-port est-il le bon, et ce listener a-t-il un certfile et un keyfile dans mosquitto.conf ?",
  },
  judge(scene) {
    const role = "tls";
    const refused = scene.wire(role).filter((entry) => entry.event === "refused");
    if (refused.length > 0) return fail(HELLO, NOBODY, refused);
    const { entry } = clientHello(scene, role);
    const answer = answeredHello(scene, role);
    if (answer) return pass(entry, answer.entry);
    // An alert is TLS too: what it is about, the exercises of section 5 tell.
    const records = recordsOf(scene, role, "broker");
    if (records.length > 0) return pass(entry, records);
    // Some devices on the way swallow a ClientHello that offers TLS 1.3, and pass others on.
    const older = recordsOf(scene, "tls-1.2", "broker");
    if (older.length > 0) return pass(entry, older);
    const said = scene.wire(role).some((one) => "raw" in one && one.from === "broker");
    return fail(HELLO, said ? OTHER : NOTHING, ending(scene, role));
  },
};

const HELLO: Text = {
  en: "a TLS record in answer to ClientHello",
  fr: "un enregistrement TLS en réponse au ClientHello",
};
const NOBODY: Text = {
  en: "nothing accepts connections on the TLS port",
  fr: "rien n’accepte de connexion sur le port TLS",
};
const OTHER: Text = { en: "an answer that is not TLS", fr: "une réponse qui n’est pas du TLS" };
const NOTHING: Text = { en: "no answer", fr: "pas de réponse" };
