#!/usr/bin/env node
"use strict";
// The sources are run as they are: tsx and its settings come from this package, whatever the working directory is.
process.env.TSX_TSCONFIG_PATH = require.resolve("../tsconfig.json");
require("tsx/cjs/api").register();

require("../src/cli/main.ts").main(process.argv.slice(2));
