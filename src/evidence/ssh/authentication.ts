/** Logging in: what was given is tried in turn, as far as the server takes it. */
import type { AnyAuthMethod, NextAuthHandler, ParsedKey } from "ssh2";
import type { SshAccess } from "./access";
import { SshError } from "./error";
import { readKey } from "./key-file";
import * as say from "./sentences";

export class Authentication {
  /** Names of what was tried, as SSH has them. */
  readonly tried: string[] = [];
  /** What the server would still take, once it said so. */
  accepted: readonly string[] = [];

  private constructor(private readonly methods: AnyAuthMethod[]) {}

  /** @throws SshError when the key file cannot be read */
  static async of(access: SshAccess): Promise<Authentication> {
    const key = access.keyFile === undefined ? undefined : await readKey(access.keyFile, access.passphrase);
    return new Authentication(methodsFor(access, key));
  }

  /** For ssh2: asked for the first method, and for the next one after each refusal. */
  readonly handler = (
    accepted: readonly string[] | null,
    _partial: boolean | null,
    next: NextAuthHandler,
  ) => {
    if (accepted !== null) this.accepted = accepted;
    const at = accepted === null ? 0 : this.methods.findIndex(({ type }) => accepted.includes(nameOf(type)));
    const [method] = at === -1 ? [] : this.methods.splice(at, 1);
    // The types of ssh2 leave out that `false` ends it.
    const giveUp = next as unknown as (none: false) => void;
    if (method === undefined) giveUp(false);
    else {
      if (method.type !== "none") this.tried.push(nameOf(method.type));
      next(method);
    }
  };

  /** The error for a login that was refused. */
  refusal(access: SshAccess): SshError {
    const { accepted: methods } = this;
    const { password, keyFile, agent } = access;
    if (password === undefined && keyFile === undefined && agent === undefined)
      return new SshError("no-credentials", say.noCredentials(access), { methods });
    return new SshError("login-refused", say.loginRefused(access, this.tried, methods), { methods });
  }
}

/** What SSH calls a method of ssh2. */
function nameOf(type: string): string {
  return type === "agent" ? "publickey" : type;
}

function methodsFor(access: SshAccess, key: ParsedKey | undefined): AnyAuthMethod[] {
  const { username, password, agent } = access;
  const given: AnyAuthMethod[] = [];
  if (key !== undefined) given.push({ type: "publickey", username, key });
  if (password !== undefined) {
    given.push({ type: "password", username, password });
    given.push({ type: "keyboard-interactive", username, prompt: answer(password) });
  }
  // An agent may hold more keys than a server lets one try; it is asked when nothing else was meant.
  if (given.length === 0 && agent !== undefined) given.push({ type: "agent", username, agent });
  // It changes nothing and makes the server say which methods it takes.
  return [{ type: "none", username }, ...given];
}

/** The password wherever something is asked that must not be seen. */
function answer(password: string) {
  return (
    _name: string,
    _instructions: string,
    _lang: string,
    prompts: readonly { echo?: boolean }[],
    finish: (answers: string[]) => void,
  ) => {
    finish(prompts.map(({ echo }) => (echo === true ? "" : password)));
  };
}
