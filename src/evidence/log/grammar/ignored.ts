/**
 * Lines of the broker that tell nothing about the exercises, known by their beginnings. A line that is neither here nor
 * in a family is *unknown*, which is another thing: it is kept and counted, and somebody should look at it.
 */
import { free } from "./field";
import { Form } from "./form";

const beginnings: readonly string[] = [
  // Options: advice and deprecation.
  "Note: ",
  "You are using the '",
  "The '",
  "Create a configuration file which defines a listener to allow remote access.",
  "For more details see https://mosquitto.org/",
  "To fix this, ",
  "Using http_dir ",
  "Info: ",
  // Plugins.
  "Loading plugin: ",
  "Plugin ",
  "dynsec: ",
  // Bridges: no exercise has one.
  "Bridge ",
  "Connecting bridge ",
  "Local bridge ",
  "Received CONNACK on connection ",
  // The event loop, files and sockets.
  "Error in epoll re-registering to ",
  "Error in poll: ",
  "Error saving in-memory database",
  "Unable to ",
  // A SUBSCRIBE without topics, on stderr (2.0.21, 2.0.22).
  "no payload",
];

/** The beginnings as forms that the dispatcher finds like any other. */
export const ignored: readonly Form[] = beginnings.map(
  (head) => new Form({ kind: "ignored" }, {}, [head, free("rest", 0)]),
);

const [SPACE, TAB] = [32, 9];

/**
 * Blank lines and lines that begin with two spaces: the second halves of warnings with a line break in them, and the
 * subscription tree that SIGUSR2 prints.
 */
export function isLayout(text: string): boolean {
  if (text.charCodeAt(0) === TAB) return false;
  return text.trim() === "" || (text.charCodeAt(0) === SPACE && text.charCodeAt(1) === SPACE);
}
