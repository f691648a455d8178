import { judged } from "../support/judged";
import { section3 } from "./index";

judged(section3);
