"use strict";
/**
 * Runs the sources. What a run has compiled of them is kept in one file a command below node_modules/.cache, and is taken
 * from there as long as the source is the very file that it was; nothing is lost when that file is deleted, or cannot be
 * written.
 */
const { randomBytes } = require("node:crypto");
const {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require("node:fs");
const Module = require("node:module");
const { basename, dirname, join } = require("node:path");
const { Script } = require("node:vm");

const MISUSED = 2;
const FOLDER = join(__dirname, "../node_modules/.cache/tp-mqtt");

/**
 * To be called once, before the first source is loaded.
 * @param {string} name of the command: what others load does not slow this one down
 * @returns {() => void} keeps what was compiled until now: for threads, which are ended without an exit
 */
function quick(name) {
  const file = join(FOLDER, `${name}-${process.version}-${process.arch}`);
  const kept = keptIn(file);
  /** Modules of this run, by path: which file it was, and its code. */
  const used = new Map();
  let isNew = false;

  const load = (compile) => (module, path) => {
    const stamp = stampOf(path);
    const known = kept?.modules[path];
    if (known?.stamp === stamp) {
      used.set(path, known);
      kept.functions[path].call(
        module.exports,
        module.exports,
        requireOf(module),
        module,
        path,
        dirname(path),
      );
      return;
    }
    const code = compile(path);
    if (code === undefined) return js(module, path);
    // What is kept cannot load modules later.
    if (!/\bimport\s*\(/.test(code)) {
      used.set(path, { stamp, code });
      isNew = true;
    }
    module._compile(code, path);
  };
  const js = Module._extensions[".js"];
  Module._extensions[".ts"] = load(fromTypeScript);
  Module._extensions[".js"] = load(fromCommonJs);

  const end = () => {
    try {
      if (isNew) keep(file, kept, used);
      else if (kept?.isCold) put(`${file}-${kept.id}.bin`, kept.script.createCachedData());
    } catch {
      // A folder that is read-only costs time, and nothing else.
    }
    isNew = false;
  };
  // Nothing is kept of a command that there is not.
  process.once("exit", (status) => status === MISUSED || end());
  return end;
}

/** Whatever replaces a file, or changes it, changes one of these. */
function stampOf(path) {
  const { ino, size, mtimeMs, ctimeMs } = statSync(path, { throwIfNoEntry: false }) ?? {};
  return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}

function keptIn(file) {
  try {
    const { id, modules } = JSON.parse(readFileSync(`${file}.json`, "utf8"));
    const source = readFileSync(`${file}-${id}.js`, "utf8");
    const cachedData = binary(`${file}-${id}.bin`);
    const script = new Script(source, { filename: `${file}-${id}.js`, ...(cachedData && { cachedData }) });
    const isCold = cachedData === undefined || script.cachedDataRejected === true;
    return { id, modules, source, script, isCold, functions: script.runInThisContext() };
  } catch {
    return undefined;
  }
}

function binary(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/**
 * Writes a script whose value is the modules as functions, by path, and beside it which files these were. The id ties to it
 * what the engine compiles of it.
 */
function keep(file, kept, used) {
  const before = Object.entries(kept?.modules ?? {}).filter(
    ([path, { stamp }]) => !used.has(path) && stamp === stampOf(path),
  );
  const all = [
    ...before.map(([path, { stamp, at }]) => [path, stamp, kept.source.slice(...at)]),
    ...[...used].map(([path, { stamp, at, code }]) => [path, stamp, code ?? kept.source.slice(...at)]),
  ];
  const modules = {};
  let source = "({";
  for (const [path, stamp, code] of all) {
    source += `${JSON.stringify(path)}: (function (exports, require, module, __filename, __dirname) {`;
    modules[path] = { stamp, at: [source.length, source.length + code.length] };
    source += `${code}\n}),\n`;
  }
  const id = randomBytes(8).toString("hex");
  mkdirSync(FOLDER, { recursive: true });
  put(`${file}-${id}.js`, `${source}})`);
  put(`${file}.json`, JSON.stringify({ id, modules }));
  const others = readdirSync(FOLDER).filter(
    (name) => name.startsWith(`${basename(file)}-`) && !name.includes(id),
  );
  for (const name of others) rmSync(join(FOLDER, name), { force: true });
}

/** Beside its place and then moved there: nobody reads half of it. */
function put(path, content) {
  const beside = `${path}.${process.pid}.part`;
  writeFileSync(beside, content);
  renameSync(beside, path);
}

let esbuild;

/** In ASCII: with one letter beyond Latin-1, all that is kept would take two bytes a letter in memory. */
function compiled(path, code, options) {
  esbuild ??= require(require.resolve("esbuild", { paths: [require.resolve("tsx")] }));
  const js = esbuild.transformSync(code, { target: "node20", sourcefile: path, ...options }).code;
  // What the compiler has not escaped stands in regular expressions and comments.
  return js.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function fromTypeScript(path) {
  return compiled(path, readFileSync(path, "utf8"), { loader: "ts", format: "cjs" });
}

/** @returns nothing for what is no CommonJS, or belongs to the compiler */
function fromCommonJs(path) {
  if (/[\\/](?:esbuild|tsx)[\\/]/.test(path)) return undefined;
  const code = readFileSync(path, "utf8");
  if (/^\s*(?:import|export)\b/m.test(code) || code.startsWith("#!")) return undefined;
  return /[^\0-\xff]/.test(code) ? compiled(path, code, { loader: "js" }) : code;
}

function requireOf(module) {
  const load = (id) => module.require(id);
  load.resolve = (id, options) => Module._resolveFilename(id, module, false, options);
  load.main = process.mainModule;
  load.extensions = Module._extensions;
  load.cache = Module._cache;
  return load;
}

module.exports = { quick };
