import { judged } from "../support/judged";
import { section23 } from "./index";

judged(section23);
