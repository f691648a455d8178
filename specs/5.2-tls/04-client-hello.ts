import { exercise } from "../../src/exercise/exercise";
import { answersOffer, certificateHidden, certificateShown } from "./hello-claims";
import { contents } from "./hello-contents";

export const clientHello = exercise({
  id: "5.2-client-hello",
  section: "5.2",
  title: { en: "ClientHello and ServerHello on the wire", fr: "ClientHello et ServerHello sur le réseau" },
  asks: {
    en: "What does the Client Hello contain? Find it and the Server Hello in a capture of port 8883.",
    fr: "Que contient le message Client Hello ? Repérez-le, ainsi que le Server Hello, dans une capture du port 8883.",
  },
  needs: ["tls"],
  async play(stage) {
    await stage.handshake("1.3");
    // Where the broker still speaks it, the same in TLS 1.2 shows what 1.3 hides.
    if (stage.broker.capabilities.has("tls1.2"))
      await stage.handshake("1.2", { tls: { maxVersion: "TLSv1.2" } });
  },
  observe: contents,
  claims: [answersOffer, certificateHidden, certificateShown],
});
