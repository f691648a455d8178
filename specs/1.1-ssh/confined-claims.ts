import type { SshEntry } from "../../src/evidence/journal/entry";
import type { Claim } from "../../src/judge/claim";
import { fail, inconclusive, pass } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";
import { attempted, sshOf } from "../../src/judge/ssh";
import { same, type Text } from "../../src/words/text";
import { ATTEMPTS, sum, USERS_FILE } from "./attempts";
import { hintOf } from "./confined-hints";
import { strangers, type Strangers } from "./strangers";

const WHAT: Readonly<Record<string, Text>> = {
  command: { en: "a command is not run", fr: "une commande n’est pas exécutée" },
  "command-pty": {
    en: "a command with a terminal is not run",
    fr: "une commande avec terminal n’est pas exécutée",
  },
  typed: { en: "what is typed is not run", fr: "ce qui est tapé n’est pas exécuté" },
  "typed-pty": {
    en: "what is typed in a terminal is not run",
    fr: "ce qui est tapé dans un terminal n’est pas exécuté",
  },
  "ctrl-c": { en: "Ctrl-C does not lead to a shell", fr: "Ctrl-C ne mène pas à un shell" },
  "ctrl-z": { en: "Ctrl-Z does not lead to a shell", fr: "Ctrl-Z ne mène pas à un shell" },
  "ctrl-backslash": { en: "Ctrl-\\ does not lead to a shell", fr: "Ctrl-\\ ne mène pas à un shell" },
  "ctrl-d": {
    en: "the end of input does not lead to a shell",
    fr: "la fin de saisie ne mène pas à un shell",
  },
  environment: {
    en: "environment variables of the client change nothing",
    fr: "les variables d’environnement du client ne changent rien",
  },
  scp: { en: "no file can be copied (scp)", fr: "aucun fichier ne peut être copié (scp)" },
  sftp: { en: "no file can be listed (sftp)", fr: "aucun fichier ne peut être listé (sftp)" },
  "forward-local": {
    en: "no connection goes through the server (local and dynamic forwarding)",
    fr: "aucune connexion ne traverse le serveur (redirections locale et dynamique)",
  },
  "forward-socket": {
    en: "no socket of the server can be reached, Docker’s for instance",
    fr: "aucun socket du serveur n’est joignable, celui de Docker par exemple",
  },
  "forward-remote": {
    en: "no port can be opened on the server (remote forwarding)",
    fr: "aucun port ne peut être ouvert sur le serveur (redirection distante)",
  },
  agent: { en: "the client’s agent is not forwarded", fr: "l’agent du client n’est pas relayé" },
  x11: { en: "X11 is not forwarded", fr: "X11 n’est pas relayé" },
};

const title = (id: string): Text => WHAT[id] ?? same(id);

/** Inconclusive when the login of this attempt failed: then nothing was tried. */
function tried(scene: Scene, role: string): readonly SshEntry[] {
  const found = attempted(scene, role);
  if (sshOf(scene, role, "login").length === 0)
    inconclusive(
      { en: "this attempt could not log in", fr: "cette tentative n’a pas pu se connecter" },
      found,
    );
  return found;
}

const NOTHING: Text = { en: "the log, or the end of the session", fr: "le journal, ou la fin de la session" };

/** An attempt whose effect would be printed. */
export function gaveNothing(id: string): Claim {
  return {
    id,
    title: title(id),
    rests: ["ssh"],
    ...hintOf(id),
    judge(scene) {
      const found = tried(scene, id);
      const { effect } = sum(scene.run);
      const shown = sshOf(scene, id, "output").filter(
        ({ text }) => text.includes(effect) || USERS_FILE.test(text),
      );
      if (shown[0]) fail(NOTHING, effectIn(shown[0].text, scene.run), found.slice(0, 3), shown);
      const lost = sshOf(scene, id, "closed").filter(({ text }) => text === "lost");
      if (lost.length > 0) inconclusive(CUT_OFF, found.slice(0, 6), lost);
      const session = [...sshOf(scene, id, "granted"), ...sshOf(scene, id, "denied")];
      if (session.length === 0) return scene.unplayed(title(id));
      return pass(found.slice(0, 6), sshOf(scene, id, "closed"));
    },
  };
}

/** What it would have printed may have been on its way. */
const CUT_OFF: Text = {
  en: "the SSH connection broke off while this was tried",
  fr: "la connexion SSH s’est interrompue pendant cette tentative",
};

function effectIn(text: string, run: string): Text {
  if (USERS_FILE.test(text))
    return { en: `a line of /etc/passwd: “${text}”`, fr: `une ligne de /etc/passwd : « ${text} »` };
  const { command } = sum(run);
  return {
    en: `“${text}”: this is what a shell answers to “${command}”`,
    fr: `« ${text} » : c’est ce qu’un shell répond à « ${command} »`,
  };
}

const UNANSWERED: Text = {
  en: "the server neither granted nor refused it in the time given",
  fr: "le serveur ne l’a ni accordé ni refusé dans le temps imparti",
};

/** An attempt whose effect is that the server grants it. */
export function requestDenied(id: string): Claim {
  return {
    id,
    title: title(id),
    rests: ["ssh"],
    judge(scene) {
      const found = tried(scene, id);
      const granted = sshOf(scene, id, "granted");
      if (granted[0])
        fail(
          { en: "refused", fr: "refusé" },
          { en: `granted: ${granted[0].text}`, fr: `accordé : ${granted[0].text}` },
          found,
        );
      // Silence is no refusal: what was asked for may have been granted a moment later.
      const silent = sshOf(scene, id, "unanswered");
      if (silent.length > 0) inconclusive(UNANSWERED, silent);
      const denied = sshOf(scene, id, "denied");
      return denied.length > 0 ? pass(denied) : scene.unplayed(title(id));
    },
  };
}

const quoted = ({ text }: SshEntry): Text => ({ en: `“${text}”`, fr: `« ${text} »` });

/** A shell without anything typed into it is a stranger too, but a line that was cut off may be one of the log. */
function nothingStrange({ odd, torn }: Strangers): void {
  if (odd[0]) fail(NOTHING, quoted(odd[0]), odd.slice(0, 6));
  if (torn[0])
    inconclusive(
      {
        en: `a session ended in the middle of a line: ${quoted(torn[0]).en}`,
        fr: `une session s’est terminée au milieu d’une ligne : ${quoted(torn[0]).fr}`,
      },
      torn.slice(0, 6),
    );
}

export const manySessions: Claim = {
  id: "many-sessions",
  title: {
    en: "many sessions on one connection give the log, or are refused",
    fr: "de nombreuses sessions sur une même connexion donnent le journal, ou sont refusées",
  },
  rests: ["ssh"],
  ...hintOf("many-sessions"),
  judge(scene) {
    const role = "many-sessions";
    const found = tried(scene, role);
    nothingStrange(strangers(scene, [role]));
    return pass(found.slice(0, 8));
  },
};

/**
 * What SFTP lists is no session's; and where somebody types in a terminal, its echo and the lines of the log tear each
 * other apart: what came of the typing is those attempts' own claim.
 */
const TORN: ReadonlySet<string> = new Set([
  "sftp",
  "typed-pty",
  "ctrl-c",
  "ctrl-z",
  "ctrl-backslash",
  "ctrl-d",
]);
const SESSIONS = ATTEMPTS.filter(({ id }) => !TORN.has(id));

export const onlyLog: Claim = {
  id: "only-log",
  title: {
    en: "whatever was tried, the sessions printed lines of the log and nothing else",
    fr: "quoi qu’on ait tenté, les sessions n’ont affiché que des lignes du journal",
  },
  rests: ["ssh"],
  ...hintOf("only-log"),
  judge(scene) {
    const sessions = SESSIONS.map(({ id }) => sshOf(scene, id, "output")).filter((lines) => lines.length > 0);
    if (sessions.length === 0) return scene.unplayed({ en: "a session", fr: "une session" });
    const { odd, torn } = strangers(
      scene,
      SESSIONS.map(({ id }) => id),
    );
    nothingStrange({ odd: odd.filter(({ text }) => !isEcho(text, scene.run)), torn });
    return pass(sessions.flatMap((lines) => lines.slice(0, 1)));
  },
};

/** A terminal repeats what is typed, and shows control characters as ^C: that is nobody's doing. */
function isEcho(text: string, run: string): boolean {
  return text.includes(sum(run).command) || /^(?:\^[A-Z\\@]|[q:!\s])*$/.test(text);
}
