import type { Capability } from "../target";

/** What every Mosquitto since 1.6 does when it runs with the house's configuration and its log can be read. */
export const MOSQUITTO_CAPABILITIES: ReadonlySet<Capability> = new Set<Capability>([
  "log",
  "mqtt5",
  "qos1",
  "qos2",
  "retain",
  "wildcards",
  "large-packets",
]);
