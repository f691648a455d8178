import type { Claim } from "../../src/judge/claim";
import { fail, inconclusive, pass } from "../../src/judge/finding";
import { attempted, sshOf } from "../../src/judge/ssh";
import { phrase, same, type Text } from "../../src/words/text";
import { whyRefused } from "./refusals";

export const enters: Claim = {
  id: "enters",
  title: { en: "the right credentials enter", fr: "les bons identifiants permettent d’entrer" },
  rests: ["ssh"],
  hint: {
    en: "Does “ssh user@host” enter from a terminal, with the same password or key? The fingerprint that was handed out must be the server’s own: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub.",
    fr: "« ssh utilisateur@hôte » aboutit-il depuis un terminal, avec le même mot de passe ou la même clé ? L’empreinte communiquée doit être celle du serveur : ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub.",
  },
  judge(scene) {
    const found = attempted(scene, "right");
    const [login] = sshOf(scene, "right", "login");
    if (sshOf(scene, "right", "refused").some(({ text }) => text === "lost"))
      inconclusive(whyRefused(found), found);
    return login ? pass(login) : fail(ENTERS, whyRefused(found), found);
  },
};

const NOTHING: Text = { en: "nothing was printed", fr: "rien n’a été affiché" };
const OTHERS: Text = {
  en: "other lines only: is the log shown once and not followed, or is a key awaited?",
  fr: "d’autres lignes seulement : le journal est-il affiché une fois sans être suivi, ou une touche est-elle attendue ?",
};
const CUT_OFF: Text = {
  en: "the SSH connection broke off before the line could be read",
  fr: "la connexion SSH s’est interrompue avant que la ligne puisse être lue",
};
const ENTERS: Text = { en: "the login is accepted", fr: "la connexion est acceptée" };
const REFUSED: Text = { en: "the login is refused", fr: "la connexion est refusée" };

export const showsLog: Claim = {
  id: "shows-log",
  title: {
    en: "the log appears without a key being pressed",
    fr: "le journal s’affiche sans qu’aucune touche soit pressée",
  },
  rests: ["ssh", "wire"],
  hint: {
    en: "A forced command must begin by itself, follow the log (docker logs -f, tail -F), pass each line on at once, and not wait for input.",
    fr: "Une commande forcée doit démarrer d’elle-même, suivre le journal (docker logs -f, tail -F), transmettre chaque ligne aussitôt, et n’attendre aucune saisie.",
  },
  judge(scene) {
    if (sshOf(scene, "right", "login").length === 0)
      return inconclusive(whyRefused(attempted(scene, "right")), attempted(scene, "right"));
    const connect = scene.played("CONNECT", { role: "seen" });
    const lines = sshOf(scene, "right", "output");
    const line = lines.find(({ text }) => text.includes(scene.client("seen")));
    if (line) return pass(connect, line);
    const lost = sshOf(scene, "right", "closed").find(({ text }) => text === "lost");
    if (lost) inconclusive(CUT_OFF, lost);
    return fail(
      {
        en: "a line about the client “seen”, which came after the login",
        fr: "une ligne au sujet du client « seen », venu après la connexion",
      },
      lines.length === 0 ? NOTHING : OTHERS,
      connect,
      attempted(scene, "right").slice(0, 6),
    );
  },
};

const ACCEPTED: Text = { en: "it was accepted", fr: "elle a été acceptée" };
const WRONG: Readonly<Record<string, Text>> = {
  "wrong-password": { en: "a wrong password does not enter", fr: "un mauvais mot de passe n’entre pas" },
  "empty-password": { en: "an empty password does not enter", fr: "un mot de passe vide n’entre pas" },
  "wrong-key": {
    en: "a key that nobody registered does not enter",
    fr: "une clé que personne n’a enregistrée n’entre pas",
  },
  "unknown-user": { en: "an unknown user does not enter", fr: "un utilisateur inconnu n’entre pas" },
};

export function refused(role: keyof typeof WRONG): Claim {
  return {
    id: role,
    title: WRONG[role] ?? same(role),
    rests: ["ssh"],
    hint: {
      en: "Look at PermitEmptyPasswords, AuthenticationMethods and AuthorizedKeysFile in sshd_config, and at PAM’s modules for sshd.",
      fr: "Vérifiez PermitEmptyPasswords, AuthenticationMethods et AuthorizedKeysFile dans sshd_config, et les modules PAM de sshd.",
    },
    judge(scene) {
      const found = attempted(scene, role);
      const [login] = sshOf(scene, role, "login");
      if (login) fail(REFUSED, ACCEPTED, found);
      const refusal = sshOf(scene, role, "refused").find(({ text }) => text === "login-refused");
      // Only a refusal of the login counts: a connection that broke proves nothing.
      return refusal
        ? pass(refusal)
        : inconclusive(
            phrase`${{ en: "the login was not refused, it came to nothing: ", fr: "la connexion n’a pas été refusée, elle n’a pas abouti : " }}${whyRefused(found)}`,
            found,
          );
    },
  };
}
