import { judged } from "../support/judged";
import { section52 } from "./index";

judged(section52);
