/** The options of the clients that answers use, by how many values each takes. */

export interface Syntax {
  readonly values: ReadonlyMap<string, number>;
  readonly topic: ReadonlySet<string>;
  /** `--topic=a/b` is understood as well. */
  readonly inline: boolean;
  /** Options that are not listed are passed over: these scripts were changed by those who hand them out. */
  readonly lenient: boolean;
}

function taking(count: number, names: string): readonly (readonly [string, number])[] {
  return names.split(" ").map((name) => [name, count]);
}

/** mosquitto_sub(1) and mosquitto_pub(1) together, 2.0 and 2.1. */
const MOSQUITTO: Syntax = {
  values: new Map([
    ...taking(
      0,
      "-c -d -E -N -R -v -n -l -r -s -S --disable-clean-session --debug --verbose --help --version --insecure --nodelay --no-tls --null-message --pretty --quiet --remove-retained --retain " +
        "--retain-as-published --retained-only --stdin-line --stdin-file --tls-engine-kpass-sha1 --tls-use-os-certs --will-retain --no-retain",
    ),
    ...taking(
      1,
      "-A -C -F -f -h -i -I -k -L -m -M -o -p -P -q -t -T -u -U -V -W -w -x --cafile --capath --cert --ciphers --file --filter-out --host --id --id-prefix --keepalive --key --keyform --message " +
        "--port --proxy --psk --psk-identity --pw --qos --random-filter --repeat --repeat-delay --session-expiry-interval --tls-alpn --tls-engine --tls-keylog --tls-version --topic --unix " +
        "--unsubscribe --url --username --protocol-version --will-payload --will-qos --will-topic",
    ),
    ...taking(3, "-D --property"),
  ]),
  topic: new Set(["-t", "--topic", "-L", "--url"]),
  inline: false,
  lenient: false,
};

/** `tp-mqtt client`, and the scripts of the handout, which have the same options. */
const OWN: Syntax = {
  values: new Map([
    ...taking(0, "-h --help --clean --no-clean --retain"),
    ...taking(
      1,
      "--host --port --ca --client-id --keepalive --username --topic --message --qos --count --seconds --lang",
    ),
  ]),
  topic: new Set(["--topic"]),
  inline: true,
  lenient: false,
};

const SCRIPT: Syntax = {
  values: new Map([...OWN.values, ["-t", 1]]),
  topic: new Set(["-t", "--topic"]),
  inline: true,
  lenient: true,
};

export const SYNTAXES = { mosquitto: MOSQUITTO, own: OWN, script: SCRIPT } as const;
