/** The lab's own SSH server as a door. For tests. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { down } from "../down";
import { passwordOf } from "../keys";
import { askBroker } from "../probe/broker";
import { up, type StartedLab, type UpOptions } from "../up";
import type { Door } from "./door";
import { quietPorts } from "../../evidence/ssh/testing/ports";

const ASK_BOUND_MS = 5_000;

export interface LabDoor extends Door {
  readonly lab: StartedLab;
  /** Folder that holds the lab's. */
  readonly around: string;
}

/** Starts a lab on free ports, in a folder of its own. */
export async function openLab(more: Partial<UpOptions> = {}): Promise<LabDoor> {
  const around = mkdtempSync(join(tmpdir(), "tp-mqtt-lab-"));
  const folder = join(around, "lab");
  const [mqttPort = 0, tlsPort = 0, sshPort = 0] = await quietPorts(3);
  const name = `tp-mqtt-test-${process.pid}-${mqttPort}`;
  const given = { name, mqttPort, tlsPort, sshPort, ...more.given };
  const lab = await up({ login: {}, ...more, folder, given }).catch((error: unknown) => {
    rmSync(around, { recursive: true });
    throw error;
  });
  return {
    lab,
    around,
    port: sshPort,
    innerPort: 2222,
    password: (await passwordOf(lab.folder)) ?? "",
    container: `${name}-ssh-logs`,
    write: async (word) => {
      await askBroker({ host: "127.0.0.1", port: mqttPort }, word, ASK_BOUND_MS);
    },
    [Symbol.asyncDispose]: async () => {
      await down({ folder });
      rmSync(around, { recursive: true, force: true });
    },
  };
}
