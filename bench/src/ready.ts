import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL("..", import.meta.url));
const stamp = `${here}/node_modules/.installed`;
const lock = readFileSync(`${here}/package-lock.json`, "utf8");

/** Installs what the engine is measured against, unless it is there just as the lock file says. */
function install(): number {
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return 0;
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ["npm", []];
  const { status } = spawnSync(command, [...first, "ci", "--prefix", here, "--no-audit", "--no-fund"], {
    stdio: ["ignore", 2, 2],
  });
  if (status === 0) writeFileSync(stamp, lock);
  return status ?? 1;
}

process.exitCode = install();
