"use strict";
// A thread begins with JavaScript: as bin/tp-mqtt.js does, it has the sources run as they are.
const keep = require("../../../../bin/quick").quick("grade-thread");

module.exports = require("./worker.ts").grade;
keep();
