import { emptySheet } from "./src/judge/answers/sheet/write";
import { readSheet } from "./src/judge/answers/sheet/read";
import { sheetQuestions } from "./src/judge/answers/questions/questions";
const q = sheetQuestions();
for (const lang of ["fr","en"] as const) for (const form of ["yaml","markdown"] as const) {
  const s = emptySheet(q, lang, form);
  const r = readSheet(s, form==="yaml"?"a.yaml":"a.md", q);
  console.log(lang, form, s.length, r.lang, r.answers.size, r.problems, [...r.answers.values()].filter(a=>Object.values(a).some((w:any)=>w.text!=="")).length);
}
console.log(emptySheet(q,"fr","yaml").split("\n").slice(0,75).join("\n"));
console.log(emptySheet(q,"en","markdown").split("\n").slice(0,45).join("\n"));
