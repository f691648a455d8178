/** The Docker engine, which a lab cannot do without. */
import { findEngine } from "../target/container";
import type { Endpoint } from "../target/docker/engine";
import { LabError } from "./error";

export async function needEngine(): Promise<Endpoint> {
  const engine = await findEngine();
  if (engine !== undefined) return engine;
  throw new LabError({
    en: "No Docker engine answers; start one (on Debian or Ubuntu: sudo npm run setup).",
    fr: "Aucun moteur Docker ne répond ; démarrez-en un (sous Debian ou Ubuntu : sudo npm run setup).",
  });
}
