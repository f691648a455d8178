#!/usr/bin/env node
"use strict";
const argv = process.argv.slice(2);

// The sources are run as they are: tsx and its settings come from this package, whatever the working directory is.
process.env.TSX_TSCONFIG_PATH = require.resolve("../tsconfig.json");
try {
  if (isQuick(argv)) require("./quick").quick(argv[0]);
  else require("tsx/cjs/api").register();
} catch (error) {
  if (error.code !== "MODULE_NOT_FOUND") throw error;
  console.error("tp-mqtt: its packages are not installed; run “npm ci” first. / lancez d’abord « npm ci ».");
  process.exit(2);
}

require("../src/cli/main.ts").main(argv);

/** Commands that talk to no broker and start no program need nothing of tsx, which takes time and memory. */
function isQuick([command, ...flags]) {
  const reaches = flags.some((flag) => /^--(?:live|ssh)/.test(flag)) || process.env.TP_SSH;
  return ["check", "grade", "sheet", "rubric"].includes(command) && !reaches && !process.env.TP_DEBUG;
}
