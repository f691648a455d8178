import { judged } from "../support/judged";
import { section24 } from "./index";

judged(section24);
