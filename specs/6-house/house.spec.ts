import { judged } from "../support/judged";
import { section6 } from "./index";

judged(section6);
