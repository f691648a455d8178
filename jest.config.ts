import type { Config } from "jest";

const common: Config = {
  testEnvironment: "node",
  transform: { "^.+\\.m?ts$": ["ts-jest", { diagnostics: false }] },
  setupFilesAfterEnv: ["<rootDir>/specs/support/assertions.ts"],
};

const config: Config = {
  projects: [{ ...common, displayName: "unit", testMatch: ["<rootDir>/src/**/*.test.ts"] }],
};

export default config;
