/** What the broker says of itself. */
import type { EventOf } from "../../evidence/log/event";
import { phrase, quoted, words, type Explanation, type Part, type Vocabulary } from "./explanation";

export function version({ version: number, state }: EventOf<"version">, say: Vocabulary): Explanation {
  return {
    label: say.label.broker,
    tone: "own",
    parts: [phrase("mosquitto", number, say.broker[state])],
  };
}

export function runningAs({ user }: EventOf<"running-as">, say: Vocabulary): Explanation {
  return aside(say, phrase(say.broker.runningAs, user));
}

export function config({ path }: EventOf<"config">, say: Vocabulary): Explanation {
  if (path === undefined) return aside(say, words(say.broker.noConfig));
  return aside(say, phrase(say.broker.config, path));
}

export function configError({ where }: EventOf<"config-error">, say: Vocabulary): Explanation {
  return trouble(say.label.error, phrase(say.broker.configError, where));
}

export function support({ feature, available }: EventOf<"support">, say: Vocabulary): Explanation {
  return aside(say, phrase(feature, available ? say.broker.available : say.broker.missing));
}

export function listening({ on, port, path }: EventOf<"listening">, say: Vocabulary): Explanation {
  const where = port === undefined ? (path ?? "") : say.broker.port(port);
  return aside(say, phrase(say.broker.listening, on, where));
}

export function localOnly(_event: EventOf<"local-only">, say: Vocabulary): Explanation {
  return trouble(say.label.broker, words(say.broker.localOnly));
}

export function saving({ path }: EventOf<"saving">, say: Vocabulary): Explanation {
  return aside(say, phrase(say.broker.saving, path));
}

export function restored({ count, what }: EventOf<"restored">, say: Vocabulary): Explanation {
  return aside(say, phrase(say.broker.restored, String(count), what));
}

export function reloading(_event: EventOf<"reloading">, say: Vocabulary): Explanation {
  return { label: say.label.broker, tone: "own", parts: [words(say.broker.reloading)] };
}

export function misfortune({ kind, text }: EventOf<"error" | "warning">, say: Vocabulary): Explanation {
  return trouble(say.label[kind], quoted(text));
}

export function cut({ text }: EventOf<"cut">, say: Vocabulary): Explanation {
  return { label: "", tone: "own", parts: [quoted(text), words(say.broker.cut)] };
}

function aside({ label }: Vocabulary, ...parts: readonly Part[]): Explanation {
  return { label: label.broker, tone: "aside", parts };
}

function trouble(label: string, ...parts: readonly Part[]): Explanation {
  return { label, tone: "trouble", parts };
}
