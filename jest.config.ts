/** @jest-config-loader esbuild-register */
import type { Config } from "jest";

const common: Config = {
  testEnvironment: "node",
  transform: { "^.+\\.m?ts$": ["ts-jest", { diagnostics: false }] },
  setupFilesAfterEnv: ["<rootDir>/specs/support/assertions.ts"],
};

/** A student's answer sheet: only where one is given, or asked for by name. */
const answers: Config = {
  ...common,
  displayName: "answers",
  testMatch: ["<rootDir>/specs/07-answers/*.spec.ts"],
};
const withAnswers =
  Boolean(process.env.TP_ANSWERS) || process.argv.some((word) => word.includes("07-answers"));

const config: Config = {
  projects: [
    { ...common, displayName: "unit", testMatch: ["<rootDir>/{src,specs,certs}/**/*.test.ts"] },
    {
      ...common,
      displayName: "lab",
      testMatch: ["<rootDir>/specs/**/*.spec.ts"],
      testPathIgnorePatterns: ["/node_modules/", "<rootDir>/specs/07-answers/"],
      // Plays every exercise once; the spec files judge what was recorded.
      globalSetup: "<rootDir>/specs/support/play-all.ts",
    },
    ...(withAnswers ? [answers] : []),
  ],
  reporters: ["default", "<rootDir>/specs/support/reporter.js"],
};

export default config;
