/** The words of `tp-mqtt sheet`. */
export const sheetEn = {
  flags: {
    form: "yaml, or markdown (default: yaml)",
    questions: "the teacher’s own file of questions: drop, points, add",
    lang: "fr or en (default: as the system’s)",
    help: "this help",
  },
  notes: [
    "The sheet goes to standard output: tp-mqtt sheet > answers.yaml. Fill it in with a text editor, and check it with tp-mqtt check answers.yaml.",
    "Exit status: 0 the sheet was written, 2 it could not be.",
  ],
  stray: (argument: string) =>
    `“${argument}” is not an option; to keep the sheet write tp-mqtt sheet > ${argument}.`,
  unreadable: (file: string, why: string) => `The questions ${file} cannot be read: ${why}.`,
  /** What stands on the sheet itself. A list is lines that are to stay as they are. */
  written: {
    title: "MQTT lab: answer sheet",
    yaml: [
      "Write each answer below its line that ends in |, with four spaces before every line and no tabs. Any text will do there, in as many lines as you like:",
      ["#", "#   answer: |", "#     A first sentence,", "#     and another one.", "#"],
      "Below excerpt: paste the broker’s log lines as they are. Below commands: write one command a line, as you type them in a terminal. Leave the identifiers (2.3-connack:) as they are.",
      "Lines that begin with # are not read. A question with nothing below it counts as not answered.",
      "tp-mqtt check shows which answers can be read, and gives hints.",
    ] as readonly (string | readonly string[])[],
    markdown: [
      "Write each answer below its question. Log lines go into the block that begins with ```log, as they are in the broker’s log; commands into the one that begins with ```sh, one a line. Leave the headings as they are. A question with nothing below it counts as not answered.",
      "tp-mqtt check shows which answers can be read, and gives hints.",
    ],
    clients:
      "The client identifiers that you used, with commas between them: they tell your log lines from those of others.",
    points: (n: number) => (n === 1 ? "1 point" : `${n} points`),
    sections: {
      "2.3": "Connection to the broker and analysis of the logs",
      "2.4": "Behaviour by QoS level",
      "2.5": "Discussion and analysis",
      "3": "PINGREQ and PINGRESP",
      "4": "Parameters of a publication",
      "4.1": "The retain parameter",
      "5.3": "TLS: analysis and understanding",
      "6.1": "Topics: + and #",
    } as Readonly<Record<string, string>>,
  },
};
