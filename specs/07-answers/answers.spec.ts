import { checksAnswers } from "./answers";

checksAnswers();
