import type { PlayEntry } from "../../src/evidence/journal/entry";
import type { Claim } from "../../src/judge/claim";
import { equal, fail, pass } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";
import { answeredHello, clientHello, ending, insteadOf } from "../../src/judge/tls";
import { same } from "../../src/words/text";

export const mqttReachable: Claim = {
  id: "mqtt",
  title: { en: "MQTT can be reached", fr: "MQTT est accessible" },
  rests: ["wire"],
  judge(scene) {
    const role = "curious";
    const connect = scene.played("CONNECT", { role });
    const connack = scene.answered("CONNACK", { role }, [connect]);
    equal(same("CONNACK"), connack.packet.code, 0, connect, connack);
    return pass(connect, connack);
  },
};

export const tlsReachable: Claim = {
  id: "tls",
  title: { en: "MQTT over TLS can be reached", fr: "MQTT sur TLS est accessible" },
  rests: ["tls"],
  needs: ["tls"],
  judge(scene) {
    const answer = answeredHello(scene, "tls");
    return answer
      ? pass(clientHello(scene, "tls").entry, answer.entry)
      : fail("ServerHello", insteadOf(scene, "tls"), ending(scene, "tls"));
  },
};

interface Port {
  readonly port: number;
  readonly open: boolean;
}

export const noDocker: Claim = {
  id: "no-docker",
  title: {
    en: "the Docker engine cannot be reached over the network",
    fr: "le moteur Docker n’est pas accessible par le réseau",
  },
  rests: ["wire"],
  hint: {
    en: "Whoever reaches Docker’s API (port 2375) owns the machine: let it listen on its socket only.",
    fr: "Qui atteint l’API de Docker (port 2375) possède la machine : ne la laissez écouter que sur son socket.",
  },
  judge(scene) {
    const marks = scene.marks("port");
    if (marks.length === 0) return scene.unplayed({ en: "the look at the ports", fr: "l’examen des ports" });
    const open = marks.filter((mark) => portOf(mark).open);
    if (open.length > 0)
      fail(
        {
          en: `nothing on the ports ${listed(marks)} of the SSH server’s machine`,
          fr: `rien sur les ports ${listed(marks)} de la machine du serveur SSH`,
        },
        {
          en: `connections are taken on ${listed(open)}`,
          fr: `des connexions sont acceptées sur ${listed(open)}`,
        },
        open,
      );
    return pass(marks);
  },
};

const listed = (marks: readonly PlayEntry[]) => marks.map((mark) => portOf(mark).port).join(", ");
const portOf = ({ data }: PlayEntry) => data as Port;

export const anonymous: Claim = {
  id: "anonymous",
  title: {
    en: "whoever brings no user name is treated as declared: refused where the run was given one, accepted where not",
    fr: "qui n’apporte pas de nom d’utilisateur est traité comme annoncé : refusé si l’exécution en a reçu un, accepté sinon",
  },
  rests: ["wire"],
  hint: {
    en: "allow_anonymous in mosquitto.conf and what is handed out (--username, --password) must agree.",
    fr: "allow_anonymous dans mosquitto.conf et ce qui est communiqué (--username, --password) doivent concorder.",
  },
  judge(scene) {
    const role = "anonymous";
    const declared = scene.mark("declared");
    const { login } = declared.data as { readonly login: boolean };
    const connect = scene.played("CONNECT", { role });
    const [connack] = scene.packets("broker", "CONNACK", { role });
    const accepted = connack?.packet.code === 0;
    if (accepted !== login) return pass(declared, connect, connack ?? scene.closings(role));
    return fail(login ? REFUSED : ACCEPTED, accepted ? ACCEPTED : REFUSED, declared, connect, connack ?? []);
  },
};

const ACCEPTED = {
  en: "a CONNECT without a user name is accepted",
  fr: "un CONNECT sans nom d’utilisateur est accepté",
};
const REFUSED = {
  en: "a CONNECT without a user name is refused",
  fr: "un CONNECT sans nom d’utilisateur est refusé",
};

export const sysReadable: Claim = {
  id: "sys",
  title: {
    en: "what the broker tells of itself under $SYS can be read",
    fr: "ce que le broker dit de lui-même sous $SYS est lisible",
  },
  rests: ["wire"],
  deviations: [
    {
      applies: (scene) => granted(scene),
      because: {
        en: "the subscription was granted, and this broker sends nothing there (sys_interval 0, or an access list)",
        fr: "l’abonnement a été accordé, et ce broker n’y envoie rien (sys_interval 0, ou une liste d’accès)",
      },
    },
  ],
  judge(scene) {
    const subscribe = scene.played("SUBSCRIBE", { role: "curious" });
    const suback = scene.answered("SUBACK", { role: "curious" }, [subscribe]);
    const [message] = scene
      .packets("broker", "PUBLISH", { role: "curious" })
      .filter(({ packet }) => packet.topic.startsWith("$SYS/"));
    if (message && granted(scene)) return pass(suback, message);
    return fail(
      { en: "a message under $SYS", fr: "un message sous $SYS" },
      granted(scene)
        ? { en: "none", fr: "aucun" }
        : { en: "the subscription was refused", fr: "l’abonnement a été refusé" },
      suback,
    );
  },
};

function granted(scene: Scene): boolean {
  const [suback] = scene.packets("broker", "SUBACK", { role: "curious" });
  return (suback?.packet.codes[0] ?? 0x80) < 0x80;
}

export const noLeak: Claim = {
  id: "no-leak",
  title: {
    en: "nothing under $SYS tells who is connected, or what others publish",
    fr: "rien sous $SYS ne dit qui est connecté, ni ce que publient les autres",
  },
  rests: ["wire"],
  hint: {
    en: "log_dest topic publishes the log under $SYS/broker/log: every subscriber then reads everybody’s client ids and topics.",
    fr: "log_dest topic publie le journal sous $SYS/broker/log : tout abonné y lit alors les identifiants et les topics de chacun.",
  },
  judge(scene) {
    const published = scene.played("PUBLISH", { role: "student" });
    const secrets = [scene.client("student"), published.packet.topic];
    const seen = scene.packets("broker", "PUBLISH", { role: "curious" });
    const telling = seen.filter(({ packet }) =>
      secrets.some((secret) => packet.topic.includes(secret) || packet.payload.includes(secret)),
    );
    if (telling.length > 0)
      fail(
        { en: "nothing about other clients", fr: "rien sur les autres clients" },
        same(telling[0]?.packet.topic ?? ""),
        published,
        telling.slice(0, 4),
      );
    const fence = scene.answered("PINGRESP", { role: "curious", after: published });
    return pass(published, seen.slice(0, 2), fence);
  },
};
