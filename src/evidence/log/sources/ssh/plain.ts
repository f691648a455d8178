/* eslint no-control-regex: "off" -- control characters are what is looked for */
/** A line as the broker wrote it, without what a terminal session puts into it: escape sequences, a prompt, echoes. */
import { parseLine } from "../../line";

/** Control characters of terminals; the TAB is Mosquitto's own. */
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/;
// OSC, DCS and their like with all they hold, then CSI, then the short ones.
const SEQUENCES =
  /(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c|$)|(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b[ -/]*[0-~]/g;
const OTHERS = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g;
/** `user@host:~$ `, `# `, `PS C:\> ` */
const PROMPT = /^.{0,100}?[$#%>] +/;

export function plain(line: string): string {
  const clean = CONTROL.test(line) ? withoutControls(line) : line;
  return withoutPrompt(clean);
}

function withoutControls(line: string): string {
  const text = line.replace(SEQUENCES, "").replace(/\r+$/, "");
  // What comes after a carriage return is written over what was there.
  return text.slice(text.lastIndexOf("\r") + 1).replace(OTHERS, "");
}

/** A prompt has no line end: the first line of the log stands right behind it. */
function withoutPrompt(line: string): string {
  const prompt = PROMPT.exec(line)?.[0];
  if (prompt === undefined) return line;
  const rest = line.slice(prompt.length);
  return parseLine(rest).interest !== "unknown" && isGlued(line) ? rest : line;
}

/** Whether the line is none of the broker's as it stands, or only because the prompt passes for its timestamp. */
function isGlued(line: string): boolean {
  const { interest, stamp } = parseLine(line);
  return interest === "unknown" || (stamp !== undefined && PROMPT.test(stamp));
}
