/** For whoever runs the server: where to look when an attempt succeeded. */
import type { Text } from "../../src/words/text";

const COMMAND: Text = {
  en: "ForceCommand must run whatever is asked for, and its command must not look at $SSH_ORIGINAL_COMMAND.",
  fr: "ForceCommand doit s’appliquer quoi qu’on demande, et sa commande ne doit pas regarder $SSH_ORIGINAL_COMMAND.",
};
const INPUT: Text = {
  en: "The forced command must become the follower and read nothing (exec docker logs -f … </dev/null): then no shell is left behind it. A pager such as less leads to a shell.",
  fr: "La commande forcée doit devenir celle qui suit le journal et ne rien lire (exec docker logs -f … </dev/null) : aucun shell ne reste alors derrière elle. Un afficheur tel que less mène à un shell.",
};
const FORWARDING: Text = {
  en: "“DisableForwarding yes” in sshd_config closes all of it: ports, sockets, agent and X11.",
  fr: "« DisableForwarding yes » dans sshd_config ferme tout : ports, sockets, agent et X11.",
};

const HINTS: Readonly<Record<string, Text>> = {
  command: COMMAND,
  "command-pty": COMMAND,
  scp: COMMAND,
  sftp: {
    en: "No “Subsystem sftp” line is needed; with ForceCommand, its command must not start sftp-server.",
    fr: "Aucune ligne « Subsystem sftp » n’est nécessaire ; avec ForceCommand, sa commande ne doit pas lancer sftp-server.",
  },
  environment: {
    en: "AcceptEnv must not let through what the forced command uses: PAGER, LESSOPEN, PATH and the like.",
    fr: "AcceptEnv ne doit pas laisser passer ce qu’utilise la commande forcée : PAGER, LESSOPEN, PATH, etc.",
  },
  typed: INPUT,
  "typed-pty": INPUT,
  "ctrl-c": INPUT,
  "ctrl-z": INPUT,
  "ctrl-backslash": INPUT,
  "ctrl-d": INPUT,
  "only-log": INPUT,
  "many-sessions": {
    en: "“MaxSessions 1” in sshd_config, and a forced command that does the same each time.",
    fr: "« MaxSessions 1 » dans sshd_config, et une commande forcée qui fait chaque fois la même chose.",
  },
  "forward-local": FORWARDING,
  "forward-socket": FORWARDING,
  "forward-remote": FORWARDING,
  agent: FORWARDING,
  x11: FORWARDING,
};

/** The part of a claim that holds its hint. */
export function hintOf(id: string): { readonly hint?: Text } {
  const hint = HINTS[id];
  return hint ? { hint } : {};
}
