import { langOf } from "./lang";

test.each([
  [[], {}, "en"],
  [[], { LANG: "fr_FR.UTF-8" }, "fr"],
  [[], { LANG: "fr_FR.UTF-8", LC_ALL: "C" }, "en"],
  [[], { LANG: "en_US.UTF-8", LC_MESSAGES: "fr_BE.UTF-8", LC_ALL: "" }, "fr"],
  [[], { TP_LANG: "fr", LC_ALL: "en_US.UTF-8" }, "fr"],
  [["--lang", "en"], { TP_LANG: "fr" }, "en"],
  [["--lang=fr"], {}, "fr"],
  [["--lang", "xx"], { LANG: "fr" }, "fr"],
])("%j with %j is %s", (argv, env, lang) => {
  expect(langOf(argv, env)).toBe(lang);
});
