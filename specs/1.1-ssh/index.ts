import type { Exercise } from "../../src/exercise/exercise";
import { sshLogin } from "./01-login";
import { sshLive } from "./02-live";
import { sshTellsAll } from "./03-tells-all";
import { sshConfined } from "./04-confined";
import { brokerExposed } from "./05-exposed";

export const section11: readonly Exercise[] = [sshLogin, sshLive, sshTellsAll, sshConfined, brokerExposed];
