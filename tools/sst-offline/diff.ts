import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openFakeAws } from "./fake-aws.ts";
import { ROOT, withoutDownloads } from "./root.ts";

const LONGEST_MS = 180_000;

/**
 * Runs the real `sst diff` on a stage that was never deployed, without AWS and without Pulumi: AWS's few answers come
 * from a server on the loopback, and `engine.ts` stands where the CLI looks for Pulumi's binary.
 *
 * @returns what the CLI said, and how it ended
 */
export async function runDiff(options: {
  folder: string;
  stage: string;
  out: string;
  env: Record<string, string>;
}): Promise<{ code: number; said: string }> {
  const { folder, stage, out, env } = options;
  const aws = await openFakeAws();
  try {
    return await run(["diff", "--stage", stage], folder, {
      ...inherited(),
      ...withoutDownloads,
      XDG_CONFIG_HOME: homeWithEngine(folder),
      SST_OFFLINE_ROOT: folder,
      SST_OFFLINE_OUT: out,
      AWS_ENDPOINT_URL: aws.url,
      AWS_ACCESS_KEY_ID: "offline",
      AWS_SECRET_ACCESS_KEY: "offline",
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_CONFIG_FILE: "/dev/null",
      AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
      AWS_PROFILE: "",
      ...env,
    });
  } finally {
    aws.close();
  }
}

/** Without what would change the result: an installation's own settings, secrets, and options of a test runner. */
const inherited = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(YIGONG_|SST_|AWS_|NODE_OPTIONS$|VITEST)/.test(name)),
  );

function homeWithEngine(folder: string): string {
  const home = join(folder, ".sst/home");
  mkdirSync(join(home, "sst/bin"), { recursive: true });
  const binary = join(home, "sst/bin/pulumi");
  const engine = join(ROOT, "tools/sst-offline/engine.ts");
  writeFileSync(binary, `#!/bin/sh\nexec "${process.execPath}" "${engine}" "$@"\n`);
  chmodSync(binary, 0o755);
  return home;
}

function run(args: string[], cwd: string, env: NodeJS.ProcessEnv): Promise<{ code: number; said: string }> {
  const cli = spawn(join(ROOT, "node_modules/.bin/sst"), args, { cwd, env, timeout: LONGEST_MS });
  let said = "";
  for (const stream of [cli.stdout, cli.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  return new Promise((resolve, reject) => {
    cli.on("error", reject);
    cli.on("close", (code) => resolve({ code: code ?? 1, said }));
  });
}
