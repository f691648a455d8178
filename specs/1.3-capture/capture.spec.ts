import { judged } from "../support/judged";
import { section13 } from "./index";

judged(section13);
