import type { Claim } from "../../src/judge/claim";
import { fail, inconclusive, pass } from "../../src/judge/finding";
import { attempted, sshOf } from "../../src/judge/ssh";
import { same, type Text } from "../../src/words/text";

export const enters: Claim = {
  id: "enters",
  title: { en: "the right credentials enter", fr: "les bons identifiants permettent d’entrer" },
  rests: ["ssh"],
  judge(scene) {
    const found = attempted(scene, "right");
    const [login] = sshOf(scene, "right", "login");
    return login ? pass(login) : fail(LOGIN, REFUSED, found);
  },
};

const LOGIN: Text = { en: "a login", fr: "une connexion acceptée" };
const REFUSED: Text = { en: "the login was refused", fr: "la connexion a été refusée" };

export const showsLog: Claim = {
  id: "shows-log",
  title: {
    en: "the log appears without a key being pressed",
    fr: "le journal s’affiche sans qu’aucune touche soit pressée",
  },
  rests: ["ssh", "wire"],
  hint: {
    en: "A forced command must begin by itself, follow the log (docker logs -f, tail -F), and not wait for input.",
    fr: "Une commande forcée doit démarrer d’elle-même, suivre le journal (docker logs -f, tail -F), et n’attendre aucune saisie.",
  },
  judge(scene) {
    const connect = scene.played("CONNECT", { role: "seen" });
    const lines = sshOf(scene, "right", "output");
    const line = lines.find(({ text }) => text.includes(scene.client("seen")));
    if (line) return pass(connect, line);
    return fail(
      { en: "a line about the client “seen”", fr: "une ligne au sujet du client « seen »" },
      lines.length === 0
        ? { en: "nothing was printed", fr: "rien n’a été affiché" }
        : { en: `${lines.length} other lines`, fr: `${lines.length} autres lignes` },
      connect,
      attempted(scene, "right").slice(0, 6),
    );
  },
};

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
    judge(scene) {
      const found = attempted(scene, role);
      const [login] = sshOf(scene, role, "login");
      if (login) fail(REFUSED, LOGIN, found);
      const refusal = sshOf(scene, role, "refused").find(({ text }) => text === "login-refused");
      // Only a refusal of the login counts: a connection that broke proves nothing.
      return refusal
        ? pass(refusal)
        : inconclusive(
            {
              en: "the login was not refused, but broke off",
              fr: "la connexion n’a pas été refusée : elle a été interrompue",
            },
            found,
          );
    },
  };
}
