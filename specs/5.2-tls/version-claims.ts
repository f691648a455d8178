import { alertOf } from "../../src/evidence/wire/tls/alert";
import { highestVersion } from "../../src/evidence/wire/tls/client-hello";
import type { Claim } from "../../src/judge/claim";
import { fail, pass } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";
import { answeredHello, clientHello, recordsOf, serverHello } from "../../src/judge/tls";
import { same, type Text } from "../../src/words/text";

export const modern: Claim = {
  id: "tls-1.3",
  title: {
    en: "a client that offers everything up to TLS 1.3 gets TLS 1.3",
    fr: "un client qui offre tout jusqu’à TLS 1.3 obtient TLS 1.3",
  },
  rests: ["tls"],
  clauses: ["RFC8446-4.1.3"],
  hint: {
    en: "The version field of a record never says 1.3: look at the extension supported_versions of the ServerHello. tls_version in mosquitto.conf is a minimum.",
    fr: "Le champ version d’un enregistrement n’indique jamais 1.3 : regardez l’extension supported_versions du ServerHello. Dans mosquitto.conf, tls_version est un minimum.",
  },
  judge(scene) {
    const asked = clientHello(scene, "default");
    const answer = serverHello(scene, "default");
    const { name } = answer.hello.selectedVersion;
    if (name !== "TLS 1.3") fail("TLS 1.3", name, asked.entry, answer.entry);
    return pass(asked.entry, answer.entry);
  },
};

export const downgradeTold: Claim = {
  id: "downgrade-told",
  title: {
    en: "to a client that offers no more than TLS 1.2 the broker says, in its ServerHello’s random, that it could do more",
    fr: "à un client qui n’offre pas plus que TLS 1.2, le broker signale, dans le random de son ServerHello, qu’il saurait faire mieux",
  },
  rests: ["tls"],
  needs: ["tls1.2"],
  clauses: ["RFC8446-4.1.3"],
  judge(scene) {
    const best = serverHello(scene, "default");
    const answer = serverHello(scene, "at-most-1.2");
    const could = best.hello.selectedVersion.name === "TLS 1.3";
    if (could && answer.hello.downgrade !== "TLS 1.2")
      fail("DOWNGRD 01", same(answer.hello.random.toString("hex", 24)), best.entry, answer.entry);
    return pass(best.entry, answer.entry);
  },
};

/** A client that offers no more than an old version must not get anywhere. */
export function oldRefused(role: string, name: string): Claim {
  return {
    id: `refuses-${name.replace("TLS ", "")}`,
    title: { en: `the broker refuses ${name}`, fr: `le broker refuse ${name}` },
    rests: ["tls"],
    clauses: [name === "TLS 1.0" ? "RFC8996-4" : "RFC8996-5"],
    judge(scene) {
      const asked = clientHello(scene, role);
      const offered = highestVersion(asked.hello).name;
      if (offered !== name) return scene.unplayed(same(`ClientHello ${name} (${offered})`));
      const answer = answeredHello(scene, role);
      if (answer)
        fail(REFUSAL, same(`ServerHello ${answer.hello.selectedVersion.name}`), asked.entry, answer.entry);
      const alert = recordsOf(scene, role, "broker").find(({ raw }) => alertOf(raw) !== undefined);
      const closed = scene.closings(role)[0];
      // The connection closed, but who closed it? Without an alert it must have been the broker.
      if (alert === undefined && closed?.by !== "broker") fail(REFUSAL, NO_ANSWER, asked.entry, closed ?? []);
      return pass(asked.entry, alert ?? [], closed ?? []);
    },
  };
}

const REFUSAL: Text = {
  en: "an alert, or the end of the connection",
  fr: "une alerte, ou la fin de la connexion",
};
const NO_ANSWER: Text = { en: "no answer", fr: "pas de réponse" };

const OFFERS = [
  ["default", { en: "offered: TLS 1.3 and below", fr: "offert : TLS 1.3 et moins" }],
  ["at-most-1.2", { en: "offered: TLS 1.2 at most", fr: "offert : TLS 1.2 au plus" }],
  ["at-most-1.1", { en: "offered: TLS 1.1 at most", fr: "offert : TLS 1.1 au plus" }],
  ["at-most-1.0", { en: "offered: TLS 1.0 at most", fr: "offert : TLS 1.0 au plus" }],
] as const;

/** What each client got. */
export function outcomes(scene: Scene) {
  return OFFERS.map(([role, title]) => ({ title, value: outcome(scene, role) }));
}

function outcome(scene: Scene, role: string): Text {
  clientHello(scene, role);
  const answer = answeredHello(scene, role);
  if (answer) return same(`${answer.hello.selectedVersion.name}, ${answer.hello.cipherSuite.name}`);
  for (const { raw } of recordsOf(scene, role, "broker")) {
    const alert = alertOf(raw);
    if (alert) return { en: `refused, alert ${alert.name}`, fr: `refus, alerte ${alert.name}` };
  }
  return { en: "refused, without an alert", fr: "refus, sans alerte" };
}
