/**
 * What a line of Mosquitto's log says, whatever version wrote it. Names and values are those of the wire packets of
 * `../wire/mqtt/packet.ts` wherever both know the thing, so that a line can be held against a packet. A field that some
 * versions do not print is optional and then absent, never guessed.
 *
 * Made by the parser and by the narrator, printed by the printer, read by claims.
 */
import type { PublishRefusedEvent, DeliveryRefusedEvent, QuotaEvent, PacketEvent } from "./event/packets";
import type {
  NewConnectionEvent,
  ClientConnectedEvent,
  NoWillEvent,
  WillEvent,
  TopicEvent,
  NegotiatedEvent,
  ConnectionDeniedEvent,
  ConnectionFailedEvent,
  LooksLikeTlsEvent,
} from "./event/connections";
import type { SubscribeFilterEvent, SubscriptionEvent, UnsubscriptionEvent } from "./event/subscriptions";
import type { DisconnectedEvent, SessionExpiredEvent } from "./event/disconnections";
import type {
  ProtocolErrorEvent,
  InvalidEvent,
  MultipleConnectEvent,
  UnknownPacketIdEvent,
  ReusedPacketIdEvent,
  ReceiveMaximumEvent,
  DroppedEvent,
  TooLargeEvent,
} from "./event/misdeeds";
import type {
  VersionEvent,
  RunningAsEvent,
  ConfigEvent,
  ConfigErrorEvent,
  SupportEvent,
  ListeningEvent,
  LocalOnlyEvent,
  SavingEvent,
  RestoredEvent,
  ReloadingEvent,
  TroubleEvent,
  OpensslErrorEvent,
  CutEvent,
} from "./event/broker";

export { CAUSES, type Cause } from "./event/disconnections";
export type { AckEvent, PacketEvent, PublishEvent } from "./event/packets";

export type LogEvent =
  | PacketEvent
  | PublishRefusedEvent
  | DeliveryRefusedEvent
  | QuotaEvent
  | NewConnectionEvent
  | ClientConnectedEvent
  | NoWillEvent
  | WillEvent
  | TopicEvent
  | NegotiatedEvent
  | ConnectionDeniedEvent
  | ConnectionFailedEvent
  | LooksLikeTlsEvent
  | SubscribeFilterEvent
  | SubscriptionEvent
  | UnsubscriptionEvent
  | DisconnectedEvent
  | SessionExpiredEvent
  | ProtocolErrorEvent
  | InvalidEvent
  | MultipleConnectEvent
  | UnknownPacketIdEvent
  | ReusedPacketIdEvent
  | ReceiveMaximumEvent
  | DroppedEvent
  | TooLargeEvent
  | VersionEvent
  | RunningAsEvent
  | ConfigEvent
  | ConfigErrorEvent
  | SupportEvent
  | ListeningEvent
  | LocalOnlyEvent
  | SavingEvent
  | RestoredEvent
  | ReloadingEvent
  | TroubleEvent
  | OpensslErrorEvent
  | CutEvent;

/** The events of that kind. */
export type EventOf<K extends LogEvent["kind"]> = Extract<LogEvent, { kind: K }>;
