import { once, type EventEmitter } from "node:events";
import { appendFileSync, readdirSync, readlinkSync, writeFileSync } from "node:fs";
import type { Readable } from "node:stream";
import { programHere } from "../../../target/testing/available";
import { Sshd, type SshdOptions } from "../../ssh/testing/sshd";
import type { Text } from "../../../words/text";
import { LogSourceError } from "./error";
import { sshSource } from "./ssh";

const line = (n: number) =>
  `${1_763_880_000 + Math.floor(n / 10)}: Received PUBLISH from c${n} (d0, q0, r0, m0, 't', ... (1 bytes))`;
const lines = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => line(from + i));

/** The lines that a stream gives, and what it says of gaps. */
class Reading {
  text = "";
  readonly gaps: Text[] = [];
  readonly failed: Promise<Error>;

  constructor(readonly stream: Readable) {
    stream.setEncoding("utf8").on("data", (more: string) => (this.text += more));
    stream.on("gap", (text: Text) => this.gaps.push(text));
    this.failed = new Promise((resolve) => stream.once("error", resolve));
  }

  get lines(): string[] {
    return this.text.trimEnd().split("\n").filter(Boolean);
  }

  async until(last: string): Promise<string[]> {
    while (!this.text.endsWith(`${last}\n`)) await once(this.stream, "data");
    return this.lines;
  }
}

const sshd = programHere("sshd");

(sshd.here ? describe : describe.skip)(sshd.title("a log over OpenSSH"), () => {
  let server: Sshd;
  let reading: Reading | undefined;

  /** A server whose login shows the end of a file, as `tail` does with these words, and goes on showing it. */
  async function serve(script: string, past: readonly string[], options: SshdOptions = {}): Promise<void> {
    server = await Sshd.start({ script, ...options });
    writeFileSync(server.file("log"), past.map((each) => `${each}\n`).join(""));
  }
  const write = (more: readonly string[]) => {
    appendFileSync(server.file("log"), more.map((each) => `${each}\n`).join(""));
  };
  async function read(options = {}): Promise<Reading> {
    return (reading = new Reading(await sshSource(server.access, options).open()));
  }
  afterEach(async () => {
    reading?.stream.destroy();
    reading = undefined;
    await server[Symbol.asyncDispose]();
  });

  const WHOLE = 'exec tail -n +1 -f "$1/log"';

  it("gives what comes from now on, and leaves out the past", async () => {
    await serve(WHOLE, lines(0, 5000));
    const log = await read();
    write(lines(5000, 5003));
    expect(await log.until(line(5002))).toEqual(lines(5000, 5003));
  });

  it("gives the past too where that is wanted", async () => {
    await serve(WHOLE, lines(0, 5));
    const log = await read({ past: true });
    expect(await log.until(line(4))).toEqual(lines(0, 5));
  });

  it("gives what comes on standard error, as Docker passes it on", async () => {
    await serve(`${WHOLE} >&2`, lines(0, 5));
    const log = await read();
    write(lines(5, 7));
    expect(await log.until(line(6))).toEqual(lines(5, 7));
  });

  it("loses none of 20,000 lines in a burst, and keeps their order", async () => {
    await serve(WHOLE, lines(0, 10));
    const log = await read();
    write(lines(10, 20_010));
    expect(await log.until(line(20_009))).toEqual(lines(10, 20_010));
  });

  it.each([
    ["all", 'tail -n +1 -f "$1/log"', false],
    ["the last ten lines", 'tail -n 10 -f "$1/log"', false],
    ["nothing", 'tail -n 0 -f "$1/log"', true],
  ])("goes on after a cut, at a server that shows %s again", async (_, tail, gap) => {
    await serve(`exec ${tail}`, lines(0, 100));
    const log = await read();
    write(lines(100, 130));
    await log.until(line(129));
    server.cut();
    await taken();
    write(lines(130, 140));
    expect(await log.until(line(139))).toEqual(lines(100, 140));
    expect(log.gaps).toHaveLength(gap ? 1 : 0);
  });

  it("says that lines may be missing when the server shows too few again", async () => {
    await serve('exec tail -n 10 -f "$1/log"', lines(0, 100));
    const log = await read();
    write(lines(100, 110));
    await log.until(line(109));
    await server.down();
    server.cut();
    write(lines(110, 200));
    await server.up();
    await taken();
    write(lines(200, 201));
    const seen = await log.until(line(200));
    expect(seen).toEqual([...lines(100, 110), ...lines(190, 201)]);
    expect(log.gaps[0]?.en).toMatch(/was interrupted for \d+\.\d s: lines may be missing$/);
  });

  it("loses no line that was written while nobody could connect", async () => {
    await serve(WHOLE, lines(0, 100));
    const log = await read();
    await server.down();
    server.cut();
    write(lines(100, 150));
    await server.up();
    expect(await log.until(line(149))).toEqual(lines(100, 150));
    expect(log.gaps).toEqual([]);
  });

  it("gives up after a stated time, and says why", async () => {
    await serve(WHOLE, lines(0, 10));
    const log = await read({ patience: 1500 });
    await server.down();
    server.cut();
    const error = await log.failed;
    expect(error).toBeInstanceOf(LogSourceError);
    expect(error.message).toMatch(
      /broke off and could not be taken up again within 2 s\. Nothing listens on port/,
    );
  });

  it("says that lines may be missing when it is closed before it was taken up again", async () => {
    await serve(WHOLE, lines(0, 10));
    const log = await read();
    const cut = once((log.stream as unknown as { readonly client: EventEmitter }).client, "close");
    await server.down();
    server.cut();
    await cut;
    log.stream.destroy();
    expect(log.gaps[0]?.en).toMatch(/lines may be missing$/);
  });

  it("notices a server that stops without closing", async () => {
    await serve(WHOLE, lines(0, 10));
    const log = await read();
    server.freeze();
    write(lines(10, 20));
    expect(await log.until(line(19))).toEqual(lines(10, 20));
  }, 15_000);

  it("needs a terminal only where the server does", async () => {
    await serve(`test -t 1 || { echo 'the input device is not a TTY' >&2; exit 1; }\n${WHOLE}`, lines(0, 10));
    const log = await read();
    write(lines(10, 20));
    expect(await log.until(line(19))).toEqual(lines(10, 20));
    server.cut();
    await taken();
    write(lines(20, 30));
    expect(await log.until(line(29))).toEqual(lines(10, 30));
  });

  it("waits for no line at a server that is silent with and without a terminal", async () => {
    await serve('exec tail -n 0 -f "$1/log"', lines(0, 10));
    const log = await read();
    write(lines(10, 12));
    expect(await log.until(line(11))).toEqual(lines(10, 12));
  });

  it("is not confused by a greeting, a prompt and escape sequences", async () => {
    const greeting = String.raw`printf 'Welcome to the lab\r\n\033]0;lab\007\033[01;32mmqttlogs@lab\033[0m:~$ '`;
    await serve(`${greeting}\n${WHOLE}`, [line(0)], { config: ["Banner /etc/hostname"] });
    const log = await read({ past: true });
    write([line(1)]);
    expect(await log.until(line(1))).toEqual([line(0), line(1)]);
  });

  it("tells a login that shows no log, and one that does not go on", async () => {
    await serve("echo 'This account is currently not available.'; exit 1", []);
    const open = () => sshSource(server.access).open();
    await expect(open()).rejects.toThrow(
      /shows no log but ends at once \(This account is currently not available\.\)/,
    );
    writeFileSync(server.file("login"), '#!/bin/sh\ncat "$1/log"\n');
    write(lines(0, 10));
    await expect(open()).rejects.toThrow(/shows lines and then ends by itself \(exit 0\)/);
  });

  it("leaves nothing open when it is destroyed", async () => {
    await serve(WHOLE, lines(0, 10));
    const log = await read();
    const [pid = 0] = server.logins().slice(-1);
    log.stream.destroy();
    await gone(pid);
    expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  });

  /** Until the login that came after a cut shows what is added to the file. */
  async function taken(): Promise<void> {
    while (!server.logins().some(watches)) await new Promise((resolve) => setTimeout(resolve, 20));
  }
});

/** Whether that `tail` has read to the end and waits for more. */
function watches(pid: number): boolean {
  try {
    const files = readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
    return files.includes("anon_inode:inotify");
  } catch {
    return false;
  }
}

async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
