import { judged } from "../support/judged";
import { section4 } from "./index";

judged(section4);
