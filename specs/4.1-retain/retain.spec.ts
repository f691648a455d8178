import { judged } from "../support/judged";
import { section41 } from "./index";

judged(section41);
