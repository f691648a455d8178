/** What is copied into a container before its broker starts. */
import type { CertifiedKey } from "../../../certs";
import type { TlsListener } from "../mosquitto/config";
import { TLS_PORT } from "./ready";

/** Where every image of Mosquitto looks for its configuration. */
const CONFIG_PATH = "/mosquitto/config/mosquitto.conf";

export const TLS_LISTENER: TlsListener = {
  listener: String(TLS_PORT),
  certificate: "/mosquitto/config/mosquitto.crt",
  key: "/mosquitto/config/mosquitto.key",
};

export interface Content {
  readonly content: string;
  readonly target: string;
  readonly mode: number;
}

/**
 * The key is as readable as the certificate: an archive has no user names, and the broker, which root starts, becomes
 * user mosquitto before it reads its key, with another number in each image (1883 in the published one, 100 or 996 in
 * Debian's). Nobody but the broker is in there; outside, only root gets at the file system of a container.
 */
export function filesOf(config: string, certified: CertifiedKey | undefined): Content[] {
  const file = (content: string, target: string): Content => ({ content, target, mode: 0o644 });
  if (certified === undefined) return [file(config, CONFIG_PATH)];
  return [
    file(config, CONFIG_PATH),
    file(certified.certificate, TLS_LISTENER.certificate),
    file(certified.key, TLS_LISTENER.key),
  ];
}
