/** Counts what held and what did not. */
export class Checks {
  private passed = 0;
  private failed = 0;

  /** @param detail shown when it does not hold */
  check(what: string, holds: boolean, detail = ""): void {
    if (holds) this.passed++;
    else this.failed++;
    console.log(`${holds ? "✔" : "✘"} ${what}${holds || detail === "" ? "" : `: ${detail}`}`);
  }

  /** Prints the line that CI counts; sets the exit status. */
  conclude(): void {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    process.exitCode = this.failed > 0 || this.passed === 0 ? 1 : 0;
  }
}
