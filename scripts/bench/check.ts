/**
 * How long `tp-mqtt check` takes: `npm run bench:check [SHEET]`. The median of 20 runs on a sheet with an answer of every
 * kind, beside Node doing nothing, Node doing nothing through tsx, and `tp-mqtt --version`.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const RUNS = 20;
const BIN = join(__dirname, "../../bin/tp-mqtt.js");

const SHEET = `sheet: 1
lang: fr
2.4-qos0-packets:
  réponse: PUBLISH
2.4-qos1-packets:
  réponse: PUBLISH, PUBREC
2.5-count:
  réponse: 1, 2, 3
3-p2:
  réponse: MQTT 5
2.3-connack:
  extrait: |
    1700000000: New client connected from 127.0.0.1:40000 as c1 (p2, c1, k60).
2.4-qos1:
  réponse: |
    Le client envoie PUBLISH et le broker répond par un PUBACK ; sans lui, le message est renvoyé.
4.1-difference:
  réponse: Le message avec retain est conservé par le broker, l'autre non.
6.1-temperatures:
  réponse: maison/#
6.1-commands:
  commandes: |
    mosquitto_sub -v -t 'maison/salon/#'
`;

const folder = mkdtempSync(join(tmpdir(), "tp-mqtt-bench-"));
try {
  const own = join(folder, "sheet.yaml");
  writeFileSync(own, SHEET);
  const sheet = process.argv[2] ?? own;
  console.log(`${`${RUNS} runs, in ms`.padEnd(28)}median    best`);
  row("node -e 0", ["-e", "0"]);
  row("node --import tsx -e 0", ["--import", "tsx", "-e", "0"]);
  row("tp-mqtt --version", [BIN, "--version"]);
  row("tp-mqtt check SHEET", [BIN, "check", sheet]);
} finally {
  rmSync(folder, { recursive: true });
}

function row(name: string, args: readonly string[]): void {
  // The first ones compile what the others take from the cache.
  for (let i = 0; i < 3; i++) timed(args);
  const times = Array.from({ length: RUNS }, () => timed(args)).sort((a, b) => a - b);
  const [median = 0, best = 0] = [times[RUNS / 2], times[0]];
  console.log(`${name.padEnd(26)}${median.toFixed(0).padStart(8)}${best.toFixed(0).padStart(8)}`);
}

function timed(args: readonly string[]): number {
  const began = performance.now();
  const { error } = spawnSync(process.execPath, args, { stdio: "ignore" });
  if (error !== undefined) throw error;
  return performance.now() - began;
}
