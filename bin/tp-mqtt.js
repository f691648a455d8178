#!/usr/bin/env node
"use strict";
// The sources are run as they are: tsx and its settings come from this package, whatever the working directory is.
process.env.TSX_TSCONFIG_PATH = require.resolve("../tsconfig.json");
try {
  require("tsx/cjs/api").register();
} catch (error) {
  if (error.code !== "MODULE_NOT_FOUND") throw error;
  console.error("tp-mqtt: its packages are not installed; run “npm ci” first. / lancez d’abord « npm ci ».");
  process.exit(2);
}

require("../src/cli/main.ts").main(process.argv.slice(2));
