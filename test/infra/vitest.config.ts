import { defineConfig } from "vitest/config";

export default defineConfig({
  root: new URL("../..", import.meta.url).pathname,
  test: {
    include: ["test/infra/*.test.ts"],
    globalSetup: ["test/infra/setup.ts"],
    expect: { requireAssertions: true },
    testTimeout: 60_000,
  },
});
