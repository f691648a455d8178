/** REFERENCE section 1, and the TLS errors of section 6: what the broker says of itself. */
import type {
  ConfigErrorEvent,
  ConfigEvent,
  ListeningEvent,
  LocalOnlyEvent,
  OpensslErrorEvent,
  ReloadingEvent,
  RestoredEvent,
  RunningAsEvent,
  SavingEvent,
  SupportEvent,
  TroubleEvent,
  VersionEvent,
} from "../event/broker";
import { free, int, word } from "./field";
import { type Form, line } from "./form";

const version = word("version");
const [port, path, index, text] = [int("port"), free("path"), int("index"), free("text")];
const V21 = { since: "2.1.0" };

const life: Form[] = [
  line<VersionEvent>({ kind: "version", state: "starting" })`mosquitto version ${version} starting`,
  line<VersionEvent>(
    { kind: "version", state: "running" },
    { since: "1.6.11" },
  )`mosquitto version ${version} running`,
  line<VersionEvent>({ kind: "version", state: "terminating" })`mosquitto version ${version} terminating`,
  line<RunningAsEvent>({ kind: "running-as" }, V21)`Info: running mosquitto as user: ${free("user")}.`,
  line<ConfigEvent>({ kind: "config" })`Config loaded from ${path}.`,
  line<ConfigEvent>({ kind: "config" })`Using default config.`,
  line<ConfigErrorEvent>({ kind: "config-error" })`Error found at ${free("where")}.`,
  line<ReloadingEvent>({ kind: "reloading" })`Reloading config.`,
  line<SavingEvent>({ kind: "saving" })`Saving in-memory database to ${path}.`,
  ...["base messages", "retained messages", "clients", "subscriptions", "client messages"].map((what) =>
    line<RestoredEvent>({ kind: "restored", what }, V21)(["Restored ", ` ${what}`], int("count")),
  ),
  line<LocalOnlyEvent>(
    { kind: "local-only" },
    { since: "2.0.0" },
  )`Starting in local only mode. Connections will only be possible from clients running on this machine.`,
];

const support = ["Bridge", "Persistence", "TLS", "TLS-PSK", "Websockets"].flatMap((feature) => [
  line<SupportEvent>({ kind: "support", feature, available: true }, V21)([`${feature} support available.`]),
  line<SupportEvent>(
    { kind: "support", feature, available: false },
    V21,
  )([`${feature} support NOT available.`]),
]);

const listening: Form[] = [
  ...["ipv4", "ipv6", "websockets", "http api"].map((on) =>
    line<ListeningEvent>({ kind: "listening", on })([`Opening ${on} listen socket on port `, "."], port),
  ),
  line<ListeningEvent>({ kind: "listening", on: "unix" })`Opening unix listen socket on path ${path}.`,
];

const openssl: Form[] = [
  line<OpensslErrorEvent>({ kind: "openssl-error", startup: true }, V21)`OpenSSL Error [${index}]: ${text}`,
  line<OpensslErrorEvent>(
    { kind: "openssl-error" },
    V21,
  )`OpenSSL Error while trying to get the error[${index}]: ${text}`,
  line<OpensslErrorEvent>(
    { kind: "openssl-error" },
    { since: "1.6.9", until: "2.1.0" },
  )`OpenSSL Error[${index}]: ${text}`,
  line<OpensslErrorEvent>({ kind: "openssl-error" }, { until: "1.6.9" })`OpenSSL Error: ${text}`,
];

export const broker: readonly Form[] = [
  ...life,
  ...support,
  ...listening,
  ...openssl,
  line<TroubleEvent>({ kind: "error" })`Error: ${text}`,
  line<TroubleEvent>({ kind: "warning" })`Warning: ${text}`,
];
