/** The words of `tp-mqtt logs`. */
export const logsEn = {
  operands: "[CONTAINER|-]",
  flags: {
    container: "a container on this machine, by name or id; the same as naming it without a flag",
    "log-command": "a command that prints the log as it grows",
    "log-file": "a file that the broker writes its log to",
    ssh: "a login that shows the log: user@host or user@host:port; password from TP_SSH_PASSWORD, or asked for",
    "ssh-key": "private key for that login; its passphrase from TP_SSH_PASSPHRASE, or asked for",
    "ssh-host-key":
      "fingerprint of that server's key, as it was handed out; without it your known hosts decide",
    tail: "lines of a container's or file's log to begin with, or all (default: 10); over SSH 0 or all (default: 0)",
    client: "only this client; * and ? stand for any characters. Can be repeated",
    topic: "only what concerns the topics of this filter: house/#. Can be repeated",
    type: "only these packets, by name or number: publish,12. Can be repeated",
    json: "one JSON object a line, for programs",
    lang: "fr or en (default: as the system's)",
    help: "this help",
  },
  sources:
    "The log comes from one of: a container, --ssh, --log-command, --log-file, or standard input (docker logs -f broker | tp-mqtt logs -).",
  arrows:
    "→ the broker has received the packet, ← it sends it. A filter's or will's line goes with the packet that it belongs to.",
  exit: "Ctrl-C ends. Exit status: 0 the log has ended, 2 it cannot be read, 130 ended with Ctrl-C.",
  following: (source: string) => `${source}   → received by the broker, ← sent by it   Ctrl-C ends`,
  noSource:
    "Say where the log comes from: a container (tp-mqtt logs mosquitto), --ssh, --log-command, --log-file, or - for standard input.",
  twoSources: (names: string) => `A log comes from one place; here are several: ${names}.`,
  badTail: (value: string) => `--tail is “${value}”; it can be a number of lines, or all.`,
  tailOfWhat: "--tail is for a container, a file or SSH; of any other source everything is shown.",
  tailOverSsh: "Over SSH --tail can be 0 or all: nobody knows how long the past will be.",
  badType: (value: string) =>
    `--type is “${value}”; it can be a packet's name, such as PUBLISH, or its number, 1 to 15.`,
  badTopic: (value: string) => `--topic is “${value}”, which is not a valid topic filter.`,
};
