/** Waiting until a lab that was just started does what it is for. */
import { setTimeout as delay } from "node:timers/promises";
import { containerLines } from "./container-lines";
import type { Endpoint } from "../target/docker/engine";
import { same, type Text } from "../words/text";
import { ask, CHECKS, type CheckName, type LabAccess } from "./checks";
import { LabError } from "./error";
import { containersOf, type LabContainer } from "./made";

const BOUND_MS = 30_000;
const ONE_TRY_MS = 5_000;
const PAUSE_MS = 100;

/** @throws LabError with the last words of the part that does not answer */
export async function untilReady(engine: Endpoint, access: LabAccess): Promise<void> {
  const deadline = performance.now() + BOUND_MS;
  for (const check of CHECKS) await untilPasses(engine, access, check, deadline);
}

async function untilPasses(
  engine: Endpoint,
  access: LabAccess,
  check: CheckName,
  deadline: number,
): Promise<void> {
  for (;;) {
    try {
      await ask[check](access, ONE_TRY_MS);
      return;
    } catch (cause) {
      const container = await partOf(engine, access, check);
      const over = performance.now() > deadline || container === undefined || FAILED.has(container.state);
      if (!over) await delay(PAUSE_MS);
      else throw new LabError(silent(check, await lastWords(engine, container, cause)), { cause });
    }
  }
}

/** A container that ends is started again and again; what it said tells why. */
const FAILED: ReadonlySet<string> = new Set(["restarting", "exited", "dead"]);

async function partOf(
  engine: Endpoint,
  { settings }: LabAccess,
  check: CheckName,
): Promise<LabContainer | undefined> {
  const wanted = check === "ssh" ? "ssh-logs" : "mosquitto";
  return (await containersOf(engine, settings.name)).find(({ service }) => service === wanted);
}

async function lastWords(
  engine: Endpoint,
  container: LabContainer | undefined,
  cause: unknown,
): Promise<Text> {
  const said = container && FAILED.has(container.state) ? await containerLines(engine, container.id, 1) : [];
  return cause instanceof Error && "text" in cause && said.length === 0
    ? (cause.text as Text)
    : same(said.at(-1) ?? (cause instanceof Error ? cause.message : String(cause)));
}

const PARTS: Readonly<Record<CheckName, Text>> = {
  mqtt: { en: "The broker", fr: "Le broker" },
  tls: { en: "The broker’s TLS port", fr: "Le port TLS du broker" },
  ssh: { en: "The log over SSH", fr: "Le journal par SSH" },
};

function silent(check: CheckName, why: Text): Text {
  return {
    en: `${PARTS[check].en} does not answer: ${why.en}`,
    fr: `${PARTS[check].fr} ne répond pas : ${why.fr}`,
  };
}
