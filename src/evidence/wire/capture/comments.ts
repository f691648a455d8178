/** What a capture says to its reader beside the bytes: on its frames, and on the whole. */
import { phrase, same, type Text } from "../../../words/text";

/** On a packet that the tap kept. */
export const WITHHELD: Text = {
  en: "withheld by tp-mqtt: the other side never received it",
  fr: "retenu par tp-mqtt : l’autre côté ne l’a jamais reçu",
};

/** On the end of a connection that the tap cut. */
export const CUT: Text = {
  en: "the connection was cut by tp-mqtt, on both sides",
  fr: "connexion coupée par tp-mqtt, des deux côtés",
};

/** On the first frame of a connection: whose it is. */
export function introduction(role: string, client: string | undefined): Text {
  if (client === undefined) return same(role);
  return {
    en: `${role}: client id ${client}`,
    fr: `${role} : identifiant de client ${client}`,
  };
}

/** On the first frame of a connection that was not to be had. */
export function refusal(role: string, client: string | undefined, why: string): Text {
  return phrase`${introduction(role, client)} (${{ en: "no connection: ", fr: "pas de connexion : " }}${why})`;
}

/** What is known of a whole capture. */
export interface About {
  readonly exercise: string;
  readonly title: Text;
  /** The broker's address as it was: `host:port`. */
  readonly address: string;
  readonly tlsAddress?: string;
  readonly keys: KeyFile;
}

/** Whether a file with TLS secrets lies beside the capture; `withheld` where it would give a password away. */
export type KeyFile = "none" | "beside" | "withheld";

/** On the whole capture, line by line. */
export function section({ exercise, title, address, tlsAddress, keys }: About): Text {
  const tls = tlsAddress === undefined ? same("") : phrase`, 8883 = ${tlsAddress} (TLS)`;
  const lines = [
    phrase`${exercise} – ${title}`,
    phrase`${PORTS}1883 = ${address}${tls}`,
    HEADERS,
    ...(keys === "none" ? [] : [keys === "beside" ? decryption(exercise) : NO_KEYS]),
  ];
  return { en: lines.map(({ en }) => en).join("\n"), fr: lines.map(({ fr }) => fr).join("\n") };
}

const PORTS: Text = { en: "Ports as on the lab sheet: ", fr: "Ports comme dans le TP : " };

const HEADERS: Text = {
  en: "Packets, TLS records and times are those that tp-mqtt saw; the IP and TCP headers around them are made.",
  fr: "Les paquets, les enregistrements TLS et les heures sont ceux que tp-mqtt a vus ; les en-têtes IP et TCP sont reconstitués.",
};

const NO_KEYS: Text = {
  en: "There is no file of TLS keys for this capture: the clients logged in with a password, which it would give away.",
  fr: "Pas de fichier de clés TLS pour cette capture : les clients se sont connectés avec un mot de passe, qu’il révélerait.",
};

function decryption(exercise: string): Text {
  const command = `wireshark -o tls.keylog_file:${exercise}.keys ${exercise}.pcapng`;
  return phrase`${{ en: "To decrypt: ", fr: "Pour déchiffrer : " }}${command}`;
}
