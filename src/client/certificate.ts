/** What a client tells of the certificate that it verified. */
import type { TLSSocket } from "node:tls";

/** `CN=broker.example.org`; `2027-11-23 10:00 UTC` */
export function certificateOf(socket: TLSSocket): { subject: string; end: string } {
  const certificate = socket.getPeerX509Certificate();
  const end = certificate === undefined ? "" : new Date(certificate.validTo).toISOString();
  return {
    subject: certificate?.subject.split("\n").join(", ") ?? "",
    end: `${end.slice(0, 10)} ${end.slice(11, 16)} UTC`,
  };
}
