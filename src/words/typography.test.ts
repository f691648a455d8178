import { french, frenchThroughout } from "./typography";

test.each([
  ["QoS 1 : deux paquets", "QoS_1_: deux paquets"],
  ["Pourquoi ? « New client connected »", "Pourquoi_? «_New client connected_»"],
  ["au bout de 5 s ; message n° 2", "au bout de 5_s_; message n°_2"],
  ["lignes « PINGREQ ». (Lesquelles ?)", "lignes «_PINGREQ_». (Lesquelles_?)"],
  ["https://example.org ::1", "https://example.org ::1"],
])("%s", (text, bound) => {
  expect(french(text)).toBe(bound.replaceAll("_", "\u00a0"));
});

test("a catalogue is bound throughout, its functions and lists too", () => {
  const bound = frenchThroughout({ a: "Oui !", b: { c: (n: number) => `QoS ${n} ?` }, d: ["Non !"] });
  expect([bound.a, bound.b.c(2), bound.d]).toEqual(["Oui\u00a0!", "QoS\u00a02\u00a0?", ["Non\u00a0!"]]);
});
