import { judged } from "../support/judged";
import { section25 } from "./index";

judged(section25);
