/** The lab's two images. */
import { findImage, isLocal } from "../target/docker/images";
import type { Endpoint } from "../target/docker/engine";
import type { Compose } from "./compose";
import { LabError } from "./error";

const SSH_IMAGE = "tp-mqtt/ssh-logs";

/**
 * @param wanted the broker's; by default what the container target takes
 * @returns the broker's
 * @throws TargetError or LabError that names the command which builds what is missing
 */
export async function findImages(engine: Endpoint, compose: Compose, wanted?: string): Promise<string> {
  const image = await findImage(engine, wanted);
  if (await isLocal(engine, SSH_IMAGE)) return image;
  const { status, stdout, stderr } = await compose.run(["build", "ssh-logs"]);
  if (status === 0) return image;
  const why = lastLine(stderr) ?? lastLine(stdout) ?? `status ${status}`;
  throw new LabError({
    en: `Docker has no image ${SSH_IMAGE} and cannot build it (${why}); build it from Debian’s packages: sudo docker/build-ssh-logs.sh`,
    fr: `Docker n’a pas l’image ${SSH_IMAGE} et ne peut pas la construire (${why}) ; construisez-la à partir des paquets Debian : sudo docker/build-ssh-logs.sh`,
  });
}

/** The last one with a reason in it; Compose ends with a line of its own that has none. */
export function lastLine(output: string): string | undefined {
  const lines = output.split("\n").map((line) => line.trim());
  const telling = lines.filter(
    (line) => line !== "" && !/^(Service .* failed to build|Encountered errors)/.test(line),
  );
  return telling.at(-1)?.replace(/^(ERROR|Error):? (response from daemon: )?/i, "");
}
