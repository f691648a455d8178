/** @jest-config-loader esbuild-register */
import type { Config } from "jest";

const common: Config = {
  testEnvironment: "node",
  transform: { "^.+\\.m?ts$": ["ts-jest", { diagnostics: false }] },
  setupFilesAfterEnv: ["<rootDir>/specs/support/assertions.ts"],
};

const config: Config = {
  projects: [
    { ...common, displayName: "unit", testMatch: ["<rootDir>/{src,specs,certs}/**/*.test.ts"] },
    {
      ...common,
      displayName: "lab",
      testMatch: ["<rootDir>/specs/**/*.spec.ts"],
      // Plays every exercise once; the spec files judge what was recorded.
      globalSetup: "<rootDir>/specs/support/play-all.ts",
    },
  ],
  reporters: ["default", "<rootDir>/specs/support/reporter.js"],
};

export default config;
