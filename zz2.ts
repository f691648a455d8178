import { readSheet } from "./src/judge/answers/sheet/read";
import { sheetQuestions } from "./src/judge/answers/questions/questions";
const q = sheetQuestions();
const Q="2.4-qos0", N="2.4-qos1:\n  réponse: |\n    suite\n";
const cases: Record<string,string>={
 ok:`${Q}:\n  réponse: |\n    Un PUBLISH.\n    Rien d'autre : fin # ok\n`,
 colon:`${Q}:\n  réponse: le log montre : Received\n`,
 pipeText:`${Q}:\n  réponse: | texte ici\n    suite\n`,
 pipeHash:`${Q}:\n  réponse: | # texte ici\n    suite\n`,
 unind:`${Q}:\n  réponse: |\nLe client envoie : PUBLISH\net rien\n`,
 unclosed:`${Q}:\n  réponse: "foo\n  extrait: |\n    a\n`,
 unclosed1:`${Q}:\n  réponse: 'foo\n`,
 tab:`${Q}:\n\tréponse: |\n\t\tfoo\n`,
 tab2:`${Q}:\n  réponse: |\n\tfoo\n`,
 dup:`${Q}:\n  réponse: a\n  réponse: b\n`,
 dupq:`${Q}: a\n${Q}: b\n`, dupblank:`${Q}: a\n${Q}:\n  réponse: |\n`,
 alias:`${Q}:\n  réponse: *foo* bar\n`, aliasok:`${Q}:\n  réponse: *foo\n`, bold:`${Q}:\n  réponse: **PUBLISH** puis\n`,
 at:`${Q}:\n  réponse: @foo\n`, tick:`${Q}: \`foo\`\n`,
 quoteThen:`${Q}:\n  réponse: "QoS 0" signifie\n`, brace:`${Q}:\n  réponse: {a: b\n`, seqflow:`${Q}: [PUBLISH, PUBACK]\n`,
 noSpace:`${Q}:\n  réponse:texte\n`, less:`${Q}:\n  réponse: |\n    foo\n   bar\n`, stray:`${Q}:\n  réponse: |\n    foo\n  bar\n`,
 text:`${Q}: simple texte\n`, text2:`${Q}:\n  simple texte\n  deux # lignes\n`, missingcolon:`${Q}\n  réponse: a\n`,
 seq:`${Q}:\n  réponse:\n    - PUBLISH\n    - c\n`, seq0:`${Q}:\n- PUBLISH\n- PUBACK\n`, hash:`${Q}:\n  réponse: le # remplace\n`, hash0:`${Q}:\n  réponse: # remplace\n`, hash2:`${Q}:\n  réponse:\n    le # remplace\n    tout\n`,
 num:`${Q}: 1.10\n`, yes:`${Q}: yes\n`, date:`${Q}: 2026-11-29\n`, null:`${Q}: ~\n`,
 esc:`${Q}:\n  réponse: "C:\\dir"\n`, quoted:`${Q}:\n  réponse: "a\\tb: c # d"\n`, quotedml:`${Q}:\n  réponse: "ligne un\n    ligne deux"\n`,
 folded:`${Q}:\n  réponse: >\n    a\n    b\n`, sameIndent:`${Q}:\n  réponse: |\n  texte au même niveau\n`, accents:`${Q}:\n  REPONSE: oui\n  Extrait: x\n`,
 unknown:`${Q}:\n  reponce: oui\n`, unknown2:`${Q}:\n  étape 1: PUBLISH\n  étape 2: rien\n`, mixed:`${Q}:\n  réponse: a\n  note: b\n`,
 unkid:`2.4-qso0: texte\n`, unkid2:`${Q}: x\n2.4-qso0: texte\n`, far:`9.9-foo: texte\n`,
 indentedId:`${Q}:\n  réponse: |\n    a\n  2.4-qos1:\n    réponse: b\n`, indentedIn:`${Q}:\n  réponse: |\n    a\n    2.4-qos1:\n      réponse: b\n`,
 margin:`${Q}:\nréponse: |\n  texte\n`, cmt:`${Q}:\n  réponse: |\n# remplace\n`, cmt2:`${Q}:\n  réponse: |\n    a\n# remplace\n`, explicit:`${Q}:\n  réponse: |2\n      deux\n    zero\n`,
 nbsp:`${Q}:\n\u00a0\u00a0réponse: |\n\u00a0   foo\n`, caps:`2.4-QoS0 : texte\n`, crlf:`${Q}:\r\n  réponse: |\r\n    a\r\n    b\r\n`, flowmap:`${Q}: {réponse: "PUBLISH", extrait: foo}\n`, marker:`---\n${Q}: a\n...\n`,
 tag:`${Q}: !important a\n`, anchor:`${Q}: &a b\n`,quest:`${Q}:\n  ? réponse\n  : texte\n`,
 junk:`Bonjour\n${Q}: a\n`, heads:`Nom : Jean Dupont\nclients: [a, "b"]\n${Q}: a\n`, heads2:`nom: "Dupont: x\nclients:\n  - a b\n  - c\n${Q}: a\n`,
 v2:`sheet: 2\n${Q}: a\n`, empty:"", docx:"PK\u0003\u0004xxx",
};
for (const [n,s] of Object.entries(cases)) {
  const own = !/^(docx|empty|v2)$/.test(n) && !s.includes("2.4-qos1") ? s + N : s;
  const r = readSheet(own, "a.yaml", q);
  const a = r.answers.get(Q);
  console.log(n.padEnd(11), JSON.stringify(a && Object.fromEntries(Object.entries(a).filter(([k,v])=>v.text!==""||k==="answer").map(([k,v])=>[k[0],`${v.line}:${v.column} ${v.text}`]))), r.answers.get("2.4-qos1")?.answer.text==="suite"?"":"NEXT "+JSON.stringify(r.answers.get("2.4-qos1")), n.startsWith("heads")?JSON.stringify(r.student):"");
  for (const p of r.problems) console.log("     ", `${p.line}:${p.column}`, p.question ?? "-", p.harmless ? "harmless" : "", p.what.en);
}
