/** The page that goes with the handout. */
import type { Text } from "../../words/text";
import { SSH_USER } from "../settings";
import { sshCommand, type Access } from "./handout";

export function accessSheet(access: Access): Text {
  return { en: english(access), fr: francais(access) };
}

function english({ settings, password, hostKey, clients }: Access): string {
  const { address, mqttPort, tlsPort, sshPort } = settings;
  const login =
    password === undefined
      ? "Key:            your own, as given to your teacher"
      : `Password:       ${password}`;
  return `ACCESS TO THE LAB

Broker:         ${address}
MQTT port:      ${mqttPort}
MQTT over TLS:  ${tlsPort}, with the certificate mosquitto.crt

Broker's log:   ${sshCommand(settings)}
User:           ${SSH_USER}
${login}
SSH port:       ${sshPort}
Host key:       ${hostKey.fingerprint} (ED25519)

At the first login ssh asks whether you trust the host key. Say yes only if the line that it shows is the one above.
The log then appears by itself, first a little of what came before, and grows as clients exchange packets.
Ctrl-C ends. Everybody sees the same log: use a client identifier of your own, to find your lines again.
${clients ? ENGLISH_CLIENTS(address, mqttPort, tlsPort) : ""}
FILES

mosquitto.crt   certificate of the broker, for TLS
known_hosts     the host key, for ssh -o UserKnownHostsFile=known_hosts
${clients ? "*.py            the five clients\n" : ""}
YOUR ANSWERS

Number them as on the lab sheet. Quote what you saw: the lines of the log with your client identifier, and the packets of
your Wireshark capture (tcp.port == ${mqttPort} || tcp.port == ${tlsPort}), saved as a .pcapng file with the answers.
An answer says what you did, what you saw, and why it is so. Hand in everything the way your teacher told you.
`;
}

const ENGLISH_CLIENTS = (address: string, port: number, tlsPort: number) => `
THE CLIENTS (Python 3 with paho-mqtt: pip install paho-mqtt)

python3 ClientMQTT_QoS.py --host ${address} --port ${port}
python3 ClientMQTT_TLS.py --host ${address} --port ${tlsPort} --ca mosquitto.crt
Each tells its options with --help.
`;

function francais({ settings, password, hostKey, clients }: Access): string {
  const { address, mqttPort, tlsPort, sshPort } = settings;
  const login =
    password === undefined
      ? "Clé :                la vôtre, remise à l’enseignant"
      : `Mot de passe :       ${password}`;
  return `ACCÈS AU LAB

Broker :             ${address}
Port MQTT :          ${mqttPort}
MQTT sur TLS :       ${tlsPort}, avec le certificat mosquitto.crt

Journal du broker :  ${sshCommand(settings)}
Utilisateur :        ${SSH_USER}
${login}
Port SSH :           ${sshPort}
Clé de l’hôte :      ${hostKey.fingerprint} (ED25519)

À la première connexion, ssh demande si vous faites confiance à la clé de l’hôte. Ne répondez oui que si la ligne affichée
est celle ci-dessus. Le journal apparaît ensuite de lui-même, d’abord un peu de ce qui précède, et s’allonge au fil des
échanges. Ctrl-C y met fin. Tout le monde voit le même journal : prenez un identifiant de client à vous, pour retrouver
vos lignes.
${clients ? CLIENTS_FRANCAIS(address, mqttPort, tlsPort) : ""}
FICHIERS

mosquitto.crt   certificat du broker, pour TLS
known_hosts     la clé de l’hôte, pour ssh -o UserKnownHostsFile=known_hosts
${clients ? "*.py            les cinq clients\n" : ""}
VOS RÉPONSES

Numérotez-les comme sur le sujet. Citez ce que vous avez vu : les lignes du journal qui portent votre identifiant de
client, et les paquets de votre capture Wireshark (tcp.port == ${mqttPort} || tcp.port == ${tlsPort}), enregistrée au format .pcapng et jointe
aux réponses. Une réponse dit ce que vous avez fait, ce que vous avez vu, et pourquoi il en est ainsi. Remettez le tout de
la façon indiquée par votre enseignant.
`;
}

const CLIENTS_FRANCAIS = (address: string, port: number, tlsPort: number) => `
LES CLIENTS (Python 3 avec paho-mqtt : pip install paho-mqtt)

python3 ClientMQTT_QoS.py --host ${address} --port ${port}
python3 ClientMQTT_TLS.py --host ${address} --port ${tlsPort} --ca mosquitto.crt
Chacun donne ses options avec --help.
`;
