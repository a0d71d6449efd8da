import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/**/*.test.{ts,tsx}", "test/**/*.test.ts", "infra/*.test.ts"],
    // These need what `npm run infra:install` installs; `npm run infra:check` runs them.
    exclude: ["**/node_modules/**", "test/infra/**"],
    expect: { requireAssertions: true },
    // Two at once also on a machine with two processors: most tests wait for the disk.
    maxWorkers: "100%",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: { AWS_REGION: "us-east-1", AWS_ACCESS_KEY_ID: "local", AWS_SECRET_ACCESS_KEY: "local" },
  },
});
