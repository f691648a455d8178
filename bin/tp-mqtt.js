#!/usr/bin/env node
"use strict";
const argv = process.argv.slice(2);

// The sources are run as they are: tsx and its settings come from this package, whatever the working directory is.
process.env.TSX_TSCONFIG_PATH = require.resolve("../tsconfig.json");
try {
  // tsx itself shows where in the sources an error arose, and keeps nothing of what it compiled.
  if (process.env.TP_DEBUG) require("tsx/cjs/api").register();
  else require("./quick").quick(/^[a-z]+$/.test(argv[0]) ? argv[0] : "help");
} catch (error) {
  if (error.code !== "MODULE_NOT_FOUND") throw error;
  console.error("tp-mqtt: its packages are not installed; run “npm ci” first. / lancez d’abord « npm ci ».");
  process.exit(2);
}

require("../src/cli/main.ts").main(argv);
