import { selfSigned } from "../../certs";
import { exercise } from "../../src/exercise/exercise";
import { bystander } from "./bystander";
import { refusedFor, refusedInLog } from "./untrusted-claims";

/** A name that no broker may bear (RFC 6761, section 6.4). */
const OTHER_NAME = "another-broker.invalid";

export const untrusted = exercise({
  id: "5.2-untrusted",
  section: "5.2",
  title: {
    en: "A client that cannot verify the broker",
    fr: "Un client qui ne peut pas authentifier le broker",
  },
  asks: {
    en: "What happens without mosquitto.crt, with another certificate, and under another name?",
    fr: "Que se passe-t-il sans mosquitto.crt, avec un autre certificat, et sous un autre nom ?",
  },
  needs: ["tls"],
  async play(stage) {
    const another = await selfSigned({ names: [OTHER_NAME] });
    // One after another, each between two logins: in the log, what stands between two logins belongs to the refusal.
    await bystander(stage, "before");
    await stage.handshake("without", { tls: { trust: "system" } });
    await bystander(stage, "after-without");
    await stage.handshake("another", { tls: { trust: another.certificate } });
    await bystander(stage, "after-another");
    await stage.handshake("other-name", { tls: { name: OTHER_NAME } });
    await bystander(stage, "after-other-name");
  },
  claims: [
    refusedFor("without"),
    refusedFor("another"),
    refusedFor("other-name"),
    refusedInLog("without", ["before", "after-without"]),
    refusedInLog("another", ["after-without", "after-another"]),
    refusedInLog("other-name", ["after-another", "after-other-name"]),
  ],
});
