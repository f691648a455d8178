import type { Fault } from "./fault";
import { FOLLOW } from "./ssh/setting";

const claim = (id: string) => `1.1-ssh-confined/${id}`;

const shells: readonly Fault[] = [
  {
    id: "1.1-shell-on-exec",
    what: {
      en: "A command that comes with the login is run.",
      fr: "Une commande donnée à la connexion est exécutée.",
    },
    breaks: [claim("command"), claim("command-pty"), claim("scp")],
    ssh: { script: `[ -n "$SSH_ORIGINAL_COMMAND" ] && exec sh -c "$SSH_ORIGINAL_COMMAND"\n${FOLLOW}` },
  },
  {
    id: "1.1-shell-reads-input",
    what: {
      en: "Beside the log, a shell reads what is typed.",
      fr: "À côté du journal, un shell lit ce qui est tapé.",
    },
    breaks: [claim("typed"), claim("typed-pty")],
    ssh: { script: 'tail --pid=$$ -n +1 -F "$1/log" &\nexec sh' },
  },
  {
    id: "1.1-ctrl-c-shell",
    what: {
      en: "Ctrl-C ends the log and leads to a shell.",
      fr: "Ctrl-C interrompt le journal et mène à un shell.",
    },
    breaks: [claim("ctrl-c")],
    ssh: { script: 'trap : INT\ntail -n +1 -F "$1/log"\nexec sh' },
  },
  {
    id: "1.1-ctrl-z-shell",
    what: {
      en: "Ctrl-Z suspends the log and leads to a shell.",
      fr: "Ctrl-Z suspend le journal et mène à un shell.",
    },
    breaks: [claim("ctrl-z")],
    ssh: { script: 'exec bash -c \'set -m; tail -n +1 -F "$1/log"; exec sh\' bash "$1"' },
  },
  {
    id: "1.1-ctrl-backslash-shell",
    what: {
      en: "Ctrl-\\ ends the log and leads to a shell.",
      fr: "Ctrl-\\ interrompt le journal et mène à un shell.",
    },
    breaks: [claim("ctrl-backslash")],
    ssh: { script: 'trap : QUIT\ntail -n +1 -F "$1/log"\nexec sh' },
  },
  {
    id: "1.1-ctrl-d-shell",
    what: {
      en: "The end of input leads to a shell.",
      fr: "La fin de saisie mène à un shell.",
    },
    breaks: [claim("ctrl-d")],
    ssh: { script: 'tail --pid=$$ -n +1 -F "$1/log" &\ncat >/dev/null\nexec sh' },
  },
  {
    id: "1.1-pager",
    what: {
      en: "The log is shown in a pager (less +F), from which “!” leads to a shell.",
      fr: "Le journal s’affiche dans un afficheur (less +F) d’où « ! » mène à un shell.",
    },
    breaks: [claim("ctrl-c")],
    ssh: { script: `[ -t 1 ] && exec less +F "$1/log"\n${FOLLOW}` },
  },
  {
    id: "1.1-pager-of-the-client",
    what: {
      en: "The client’s environment is accepted, and the log goes through its $PAGER.",
      fr: "L’environnement du client est accepté, et le journal passe par son $PAGER.",
    },
    breaks: [claim("environment")],
    ssh: {
      config: ["AcceptEnv *"],
      script: 'tail --pid=$$ -n +1 -F "$1/log" | sh -c "${PAGER:-cat}"',
    },
  },
  {
    id: "1.1-second-session-shell",
    what: {
      en: "The log is shown once a connection; a further session gets a shell.",
      fr: "Le journal n’est affiché qu’une fois par connexion ; une session de plus obtient un shell.",
    },
    breaks: [claim("many-sessions")],
    ssh: {
      config: ["MaxSessions 20"],
      script: `mkdir "$1/\${SSH_CONNECTION% *}" 2>/dev/null || exec sh -i\n${FOLLOW}`,
    },
  },
  {
    id: "1.1-menu",
    what: {
      en: "A menu stays beside the log and waits for an answer.",
      fr: "Un menu reste affiché à côté du journal et attend une réponse.",
    },
    breaks: [claim("only-log")],
    ssh: {
      script: `tail --pid=$$ -n +1 -F "$1/log" &
        while read -r choice; do printf 'Unknown choice. 1) log 2) help > \\n'; done; wait`,
    },
  },
];

const files: readonly Fault[] = [
  {
    id: "1.1-sftp",
    what: { en: "SFTP is open.", fr: "SFTP est ouvert." },
    breaks: [claim("sftp")],
    ssh: {
      config: ["Subsystem sftp /usr/lib/openssh/sftp-server"],
      script: `case $SSH_ORIGINAL_COMMAND in *sftp-server) exec $SSH_ORIGINAL_COMMAND ;; esac\n${FOLLOW}`,
    },
  },
  {
    id: "1.1-scp",
    what: { en: "Files can be copied with scp.", fr: "Des fichiers peuvent être copiés avec scp." },
    breaks: [claim("scp")],
    ssh: { script: `case $SSH_ORIGINAL_COMMAND in scp\\ *) exec $SSH_ORIGINAL_COMMAND ;; esac\n${FOLLOW}` },
  },
];

const forwarding: readonly Fault[] = [
  {
    id: "1.1-local-forwarding",
    what: { en: "Connections go through the server.", fr: "Des connexions traversent le serveur." },
    breaks: [claim("forward-local")],
    ssh: { config: ["AllowTcpForwarding local"] },
  },
  {
    id: "1.1-remote-forwarding",
    what: {
      en: "Clients can open ports on the server.",
      fr: "Les clients peuvent ouvrir des ports sur le serveur.",
    },
    breaks: [claim("forward-remote")],
    ssh: { config: ["AllowTcpForwarding remote"] },
  },
  {
    id: "1.1-socket-forwarding",
    what: {
      en: "Sockets of the server can be reached, Docker’s among them.",
      fr: "Les sockets du serveur sont joignables, dont celui de Docker.",
    },
    breaks: [claim("forward-socket")],
    ssh: { config: ["AllowStreamLocalForwarding yes", "AllowTcpForwarding local"] },
  },
  {
    id: "1.1-agent-forwarding",
    what: { en: "The client’s agent is forwarded.", fr: "L’agent du client est relayé." },
    breaks: [claim("agent")],
    ssh: { config: ["AllowAgentForwarding yes"] },
  },
  {
    id: "1.1-x11-forwarding",
    what: { en: "X11 is forwarded.", fr: "X11 est relayé." },
    breaks: [claim("x11")],
    // Without an xauth, sshd would refuse for that reason.
    ssh: { config: ["X11Forwarding yes", "XAuthLocation /bin/true"] },
  },
];

export const faults: readonly Fault[] = [...shells, ...files, ...forwarding];
