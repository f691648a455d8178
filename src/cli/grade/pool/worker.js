"use strict";
// A thread begins with JavaScript: as bin/tp-mqtt.js does, it has tsx run the sources as they are.
process.env.TSX_TSCONFIG_PATH = require.resolve("../../../../tsconfig.json");
require("tsx/cjs/api").register();

module.exports = require("./worker.ts").grade;
