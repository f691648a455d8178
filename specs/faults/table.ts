/** The table of faults that is kept in the repository: what each breaks, and nothing that changes from run to run. */
import type { Fault } from "./fault";

const HEAD = `# Faults

Each is a set-up made wrong on purpose, with the claims that must fail under it. Written by \`npm run faults -- --write\`,
held by \`npm run faults\`, which plays them all.

| fault | what is wrong | claims that must notice |
|---|---|---|
`;

export function table(faults: readonly Fault[]): string {
  return HEAD + faults.map(row).join("");
}

function row({ id, what, breaks }: Fault): string {
  const claims = breaks.map((claim) => `\`${claim}\``).join("<br>");
  return `| \`${id}\` | ${what.en.replaceAll("|", "\\|")} | ${claims} |\n`;
}
