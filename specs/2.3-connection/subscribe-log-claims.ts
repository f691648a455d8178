/** What the log tells of SUBSCRIBE and UNSUBSCRIBE: no packet identifiers and no return codes, but the filters. */
import type { Claim } from "../../src/judge/claim";
import { fail, pass } from "../../src/judge/finding";
import { same } from "../../src/words/text";
import { subscription } from "./suback-claims";

export const loggedExchange: Claim = {
  id: "log-exchange",
  title: {
    en: "in the log each “Received SUBSCRIBE” is followed by “Sending SUBACK”",
    fr: "dans le journal, chaque « Received SUBSCRIBE » est suivi de « Sending SUBACK »",
  },
  rests: ["log", "wire"],
  hint: {
    en: "Two of the lines about your client belong to the subscription’s two packets.",
    fr: "Deux des lignes au sujet de votre client correspondent aux deux paquets de l’abonnement.",
  },
  judge(scene) {
    const sent = scene.packets("client", "SUBSCRIBE", { role: "subscriber" });
    scene.played("SUBSCRIBE", { role: "subscriber" });
    const lines = scene
      .logged("subscriber", "packet")
      .filter(({ event }) => event.type === "SUBSCRIBE" || event.type === "SUBACK");
    const expected = sent.flatMap(() => ["SUBSCRIBE", "SUBACK"]);
    const actual = lines.map(({ event }) => event.type);
    const entries = lines.map(({ entry }) => entry);
    if (actual.join() === expected.join()) return pass(sent, entries);
    return fail(
      same(expected.join(" → ")),
      actual.length > 0 ? same(actual.join(" → ")) : { en: "no such line", fr: "aucune ligne de ce genre" },
      sent,
      entries,
    );
  },
};

export const loggedFilters: Claim = {
  id: "log-filters",
  title: {
    en: "the log has one line a granted filter, with the granted QoS, in the order of the filters",
    fr: "le journal contient une ligne par filtre accordé, avec la QoS accordée, dans l’ordre des filtres",
  },
  rests: ["log", "wire"],
  hint: {
    en: "Lines of the form “<client> <QoS> <filter>” say what was granted.",
    fr: "Les lignes de la forme « <client> <QoS> <filtre> » disent ce qui a été accordé.",
  },
  judge(scene) {
    const { sent, suback } = subscription(scene);
    const expected = sent.packet.filters.map(({ filter }, i) => `${suback.packet.codes[i] ?? ""} ${filter}`);
    const lines = scene.logged("subscriber", "subscription").slice(0, expected.length);
    const actual = lines.map(({ event }) => `${event.qos} ${event.filter}`);
    const entries = lines.map(({ entry }) => entry);
    if (actual.join("\n") === expected.join("\n")) return pass(sent, entries);
    return fail(
      same(expected.join("; ")),
      actual.length > 0 ? same(actual.join("; ")) : { en: "no such line", fr: "aucune ligne de ce genre" },
      sent,
      entries,
    );
  },
};

export const loggedUnsubscriptions: Claim = {
  id: "log-unsubscribed",
  title: {
    en: "the log has one line a filter of each UNSUBSCRIBE",
    fr: "le journal contient une ligne par filtre de chaque UNSUBSCRIBE",
  },
  rests: ["log", "wire"],
  judge(scene) {
    const sent = scene.packets("client", "UNSUBSCRIBE", { role: "subscriber" });
    scene.played("UNSUBSCRIBE", { role: "subscriber" });
    const expected = sent.flatMap(({ packet }) => packet.filters);
    const lines = scene.logged("subscriber", "unsubscription");
    const actual = lines.map(({ event }) => event.filter);
    const entries = lines.map(({ entry }) => entry);
    if (actual.join("\n") === expected.join("\n")) return pass(sent, entries);
    return fail(
      same(expected.join("; ")),
      actual.length > 0 ? same(actual.join("; ")) : { en: "no such line", fr: "aucune ligne de ce genre" },
      sent,
      entries,
    );
  },
};
