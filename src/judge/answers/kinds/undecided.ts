import type { Judged } from "../mark";

export const UNDECIDED: Judged = { share: null, reasons: [], tells: [], rules: [] };
