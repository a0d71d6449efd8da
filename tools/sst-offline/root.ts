import { join, resolve } from "node:path";

/** The project's folder. */
export const ROOT = resolve(import.meta.dirname, "../..");

/** What stands in the platform's folder once it is installed whole. */
export const INSTALLED = join(ROOT, ".sst/platform/.installed");

/** The CLI's own switches: npm fills its platform, and neither Pulumi's binary nor bun is fetched. */
export const withoutDownloads = {
  SST_SKIP_DEPENDENCY_CHECK: "1",
  SST_NO_BUN: "1",
  SST_TELEMETRY_DISABLED: "1",
};
