import type { Exercise } from "../../src/exercise/exercise";
import { trusted } from "./01-trusted";
import { untrusted } from "./02-untrusted";
import { version } from "./03-version";
import { clientHello } from "./04-client-hello";
import { certificate } from "./05-certificate";

export const section52: readonly Exercise[] = [trusted, untrusted, version, clientHello, certificate];
