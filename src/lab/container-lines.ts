/** The last lines that a container wrote. */
import { FrameReader } from "../target/docker/frames";
import { open, type Endpoint } from "../target/docker/engine";
import { text } from "node:stream/consumers";

const BOUND_MS = 5_000;

export async function containerLines(engine: Endpoint, id: string, count: number): Promise<string[]> {
  const path = `/containers/${id}/logs?stdout=true&stderr=true&tail=${count}`;
  const response = await open(engine, "GET", path, AbortSignal.timeout(BOUND_MS));
  if (response.statusCode !== 200) return [];
  const said = await text(response.pipe(new FrameReader()));
  return said.split("\n").filter((line) => line.trim() !== "");
}
