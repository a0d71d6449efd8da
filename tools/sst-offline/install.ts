// Prepares `.sst/platform` (SST's components, the provider's types and SDK) from the package registry alone.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { INSTALLED, ROOT, withoutDownloads } from "./root.ts";

const stamp = INSTALLED;

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
/** What the installed platform follows from. */
const wanted = JSON.stringify({
  sst: (JSON.parse(read("node_modules/sst/package.json")) as { version: string }).version,
  providers: /providers:.*/.exec(read("sst.config.ts"))?.[0],
});

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
  const { status } = spawnSync(join(ROOT, "node_modules/.bin/sst"), ["install", "--stage", "offline"], {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, ...withoutDownloads },
  });
  if (status !== 0) fail("sst install failed.");
  // It also succeeds when half of it is missing.
  for (const file of [
    "platform/config.d.ts",
    "platform/src/auto/run.ts",
    "platform/node_modules/@pulumi/aws/package.json",
    "platform/node_modules/@pulumi/pulumi/package.json",
    "provider-lock.json",
  ])
    if (!existsSync(join(ROOT, ".sst", file))) fail(`sst install left no .sst/${file}.`);
  writeFileSync(stamp, wanted);
}
process.stdout.write(`SST's platform is installed: ${wanted}\n`);
