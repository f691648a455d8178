import { judged } from "../support/judged";
import { section11 } from "./index";

judged(section11);
