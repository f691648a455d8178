import { comparesTruth } from "./truth-drift";

comparesTruth();
