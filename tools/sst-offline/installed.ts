// Says in one line that `npm run infra:install` has not been run yet, before a command that needs what it installs.
import { existsSync } from "node:fs";
import { INSTALLED } from "./root.ts";

if (!existsSync(INSTALLED)) {
  process.stderr.write("请先运行 / Run this first: npm run infra:install\n");
  process.exitCode = 1;
}
