/**
 * Loads a module of this folder when it is needed, so that a command pays only for what it uses. By `require`, since
 * the sources are run as CommonJS: a dynamic `import()` would go past tsx to Node's own loader, which knows no TypeScript.
 */
import { createRequire } from "node:module";

const load = createRequire(__filename);

/** @param path relative to this folder; `M` is `typeof` the module that stands there */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- it names what the caller gets
export function lazily<M>(path: string): M {
  return load(path) as M;
}
