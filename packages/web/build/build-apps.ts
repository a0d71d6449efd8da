import { rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { APPS, configOf, ROOT } from "./config.ts";

export const DIST = join(ROOT, "dist");

/** Builds both apps into an empty folder. */
export async function buildApps(): Promise<void> {
  rmSync(DIST, { recursive: true, force: true });
  for (const app of APPS) await build(configOf(app));
}
