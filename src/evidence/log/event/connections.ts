/** A client's way in: TCP, authentication, its will. */
import type { OfClient, Peer } from "./common";

/** TCP accepted, nothing read yet. */
export interface NewConnectionEvent extends Peer {
  readonly kind: "new-connection";
  readonly listener: number;
}

export interface ClientConnectedEvent extends Peer, OfClient {
  readonly kind: "client-connected";
  /** Mosquitto's own number of the protocol: see `protocolNumber`. 1.5 prints none. */
  readonly p?: number;
  /** Clean session or clean start. */
  readonly c: boolean;
  /** Keep alive in seconds, as sent. */
  readonly k: number;
  readonly user?: string;
  readonly bridge?: true;
}

export interface NoWillEvent {
  readonly kind: "no-will";
}
export interface WillEvent {
  readonly kind: "will";
  readonly bytes: number;
  readonly retain: boolean;
  readonly qos: number;
}
/** `⇥topic`: the will's topic or a filter of an UNSUBSCRIBE; only the line before tells which. */
export interface TopicEvent {
  readonly kind: "topic";
  readonly topic: string;
}
export interface NegotiatedEvent extends OfClient {
  readonly kind: "negotiated";
  /** `TLSv1.3` */
  readonly tls: string;
  readonly cipher: string;
}

export interface ConnectionDeniedEvent extends Peer {
  readonly kind: "connection-denied";
}
/** The short form of a failed TLS handshake. */
export interface ConnectionFailedEvent extends Peer {
  readonly kind: "connection-failed";
  readonly text: string;
}
export interface LooksLikeTlsEvent extends Peer {
  readonly kind: "looks-like-tls";
}
