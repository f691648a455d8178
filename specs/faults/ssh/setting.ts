/** How the log is shown over SSH: only what differs from a healthy login is named. */
import type { AuthContext } from "ssh2";
import type { SshAccess } from "../../../src/target/target";

export interface SshSetting {
  /** Shell script that every login runs; the broker's log grows in `$1/log`. By default it follows that. */
  readonly script?: string;
  /** Lines of sshd_config that count before the healthy ones. */
  readonly config?: readonly string[];
  /** Whom a server lets in that is no sshd; it shows the log to everybody who is in. */
  readonly admits?: (context: AuthContext) => boolean;
  /** Loopback address of the server; 127.0.0.1 by default. */
  readonly address?: string;
  /** Ports that are open there besides. */
  readonly ports?: readonly number[];
  /** How the run is told to log in. */
  readonly access?: (right: SshAccess) => SshAccess;
}

/** Follows the log from its first line on, as `docker logs -f` does. */
export const FOLLOW = 'exec tail -n +1 -s 0.05 -F "$1/log" 2>/dev/null';

/** What a login may do that is there to show a log. */
export const CONFINED: readonly string[] = [
  "AllowTcpForwarding no",
  "AllowStreamLocalForwarding no",
  "AllowAgentForwarding no",
  "X11Forwarding no",
  "PermitTunnel no",
  "PermitUserRC no",
  "MaxSessions 1",
];
