import type { Capability } from "../target";

const ALWAYS: readonly Capability[] = [
  "log",
  "mqtt5",
  "qos1",
  "qos2",
  "retain",
  "wildcards",
  "large-packets",
];

/**
 * What every Mosquitto since 1.6 does when it runs with the house's configuration and its log can be read.
 *
 * @param tls whether it has a TLS port
 */
export function mosquittoCapabilities(tls: boolean): ReadonlySet<Capability> {
  return new Set(tls ? [...ALWAYS, "tls"] : ALWAYS);
}
