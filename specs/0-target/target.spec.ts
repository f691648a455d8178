import { judged } from "../support/judged";
import { target } from "./01-target";

judged([target]);
