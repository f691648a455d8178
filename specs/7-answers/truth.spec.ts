import { comparesTruth } from "./drift";

comparesTruth();
