import { exercise } from "../../src/exercise/exercise";
import { bearsName, handedOut, strongKey, strongSignature, validNow } from "./certificate-claims";
import { certificateContents } from "./certificate-contents";

export const certificate = exercise({
  id: "5.2-certificate",
  section: "5.2",
  title: { en: "The broker’s certificate", fr: "Le certificat du broker" },
  asks: {
    en: "mosquitto.crt is self-signed and handed out to clients: is it what the broker serves, and will it do?",
    fr: "mosquitto.crt est auto-signé et distribué aux clients : est-ce bien ce que sert le broker, et convient-il ?",
  },
  needs: ["tls"],
  async play(stage) {
    const { name, certificate: handed } = stage.tls;
    stage.mark("handed-out", { name, ...(handed === undefined ? {} : { certificate: handed }) });
    await stage.handshake("visitor", { tls: { lenient: true } });
  },
  observe: certificateContents,
  claims: [handedOut, validNow, bearsName, strongKey, strongSignature],
});
