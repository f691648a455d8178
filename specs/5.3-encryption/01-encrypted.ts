import { exercise } from "../../src/exercise/exercise";
import { leave } from "../../src/exercise/leave";
import type { Stage } from "../../src/exercise/stage";
import { allApplicationData, inClearOnPlain, linkByLink, neverInClear } from "./encrypted-claims";

/** The same letters on both ports: where they are legible, one of the two is not encrypted. */
export const encrypted = exercise({
  id: "5.3-encrypted",
  section: "5.3",
  title: { en: "What an eavesdropper sees", fr: "Ce que voit un espion" },
  asks: {
    en: "How can one be sure that the communication is encrypted, and why can Wireshark no longer read it?",
    fr: "Comment s’assurer que la communication est bien chiffrée, et pourquoi Wireshark ne peut-il plus la lire ?",
  },
  needs: ["tls"],
  async play(stage) {
    const topic = stage.topic("diary");
    const [overTls, plain] = await Promise.all([
      stage.client("reader-tls", {}, { tls: {} }),
      stage.client("reader-plain"),
    ]);
    await Promise.all([overTls.subscribe({ [topic]: 0 }), plain.subscribe({ [topic]: 0 })]);
    await say(stage, "writer-tls", topic);
    await say(stage, "writer-plain", topic);
    await Promise.all([overTls.messages(2), plain.messages(2)]);
    await Promise.all([leave(overTls), leave(plain)]);
  },
  claims: [neverInClear, inClearOnPlain, allApplicationData, linkByLink],
});

async function say(stage: Stage, role: "writer-tls" | "writer-plain", topic: string): Promise<void> {
  const writer = await stage.client(role, {}, role === "writer-tls" ? { tls: {} } : {});
  await writer.publish(topic, stage.payload(`written by ${role}`));
  await leave(writer);
}
