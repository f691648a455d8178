/** What a client did wrong, or too much of. */
import type { EventOf } from "../../evidence/log/event";
import { coded, phrase, words, type Explanation, type Part, type Vocabulary } from "./explanation";

export function protocolError({ text }: EventOf<"protocol-error">, say: Vocabulary): Explanation {
  return wrong(say.label.error, phrase(say.misdeed.protocol, text));
}

export function invalid({ fault, of }: EventOf<"invalid">, say: Vocabulary): Explanation {
  return wrong(say.label.error, phrase(say.misdeed[fault], of));
}

export function multipleConnect(_event: EventOf<"multiple-connect">, say: Vocabulary): Explanation {
  return wrong("CONNECT", words(say.misdeed.multipleConnect));
}

export function unknownPacketId(event: EventOf<"unknown-packet-id">, say: Vocabulary): Explanation {
  return wrong(event.type, identifier(event.packetId, say), words(say.misdeed.unknownPacketId));
}

export function reusedPacketId(event: EventOf<"reused-packet-id">, say: Vocabulary): Explanation {
  return wrong(say.label.warning, identifier(event.packetId, say), words(say.misdeed.reusedPacketId));
}

export function receiveMaximum(_event: EventOf<"receive-maximum-exceeded">, say: Vocabulary): Explanation {
  return wrong(say.label.warning, words(say.misdeed.receiveMaximum));
}

export function dropped(_event: EventOf<"outgoing-dropped">, say: Vocabulary): Explanation {
  return wrong(say.label.warning, words(say.misdeed.dropped));
}

export function tooLarge(
  { kind, bytes }: EventOf<"outgoing-too-large" | "packet-too-large">,
  say: Vocabulary,
): Explanation {
  const what = kind === "packet-too-large" ? say.misdeed.packetTooLarge : say.misdeed.outgoingTooLarge;
  return wrong(say.label.warning, words(what), words(say.bytes(bytes)));
}

function identifier(packetId: number, say: Vocabulary): Part {
  return coded(`m${packetId}`, say.packetId(packetId));
}

function wrong(label: string, ...parts: readonly Part[]): Explanation {
  return { label, tone: "trouble", parts };
}
