"use strict";
// Jest loads reporters without transforming them.
process.env.TSX_TSCONFIG_PATH ??= require.resolve("../../tsconfig.json");
require("tsx/cjs/api").register();

module.exports = require("./reporter.ts").default;
