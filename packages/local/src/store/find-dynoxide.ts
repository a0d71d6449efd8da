import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Env, Machine, Program } from "./program.ts";

const DATABASE = "dynamo.db";

/**
 * Finds dynoxide: `DYNOXIDE_BIN`, or the binary that npm installed for this platform, directly or under `dynoxide`.
 *
 * @throws `store.misconfigured` when `DYNOXIDE_BIN` names no file
 */
export function findDynoxide(env: Env, machine: Machine): Program | undefined {
  const command = env.DYNOXIDE_BIN ?? installedBinary(machine);
  if (command === undefined) return undefined;
  if (!existsSync(command))
    throw new Refusal("unavailable", "store.misconfigured", `DYNOXIDE_BIN=${command} does not exist.`);
  return {
    kind: "dynoxide",
    command,
    database: DATABASE,
    args: ({ host, port, dataDir }) => [
      "serve",
      "--host",
      host,
      "--port",
      String(port),
      "--db-path",
      join(dataDir, DATABASE),
    ],
    readyLine: /listening on/,
  };
}

/** Only resolves paths: `require("dynoxide")` would exit this process when its platform package is missing. */
function installedBinary({ platform, arch }: Machine): string | undefined {
  const own = createRequire(import.meta.url);
  const wrapper = resolve(own, "dynoxide/package.json");
  for (const from of [own, ...(wrapper ? [createRequire(wrapper)] : [])]) {
    const manifest = resolve(from, `@dynoxide/${platform}-${arch}/package.json`);
    const binary = manifest && join(dirname(manifest), platform === "win32" ? "dynoxide.exe" : "dynoxide");
    if (binary && existsSync(binary)) return binary;
  }
  return undefined;
}

function resolve(from: NodeJS.Require, id: string): string | undefined {
  try {
    return from.resolve(id);
  } catch {
    return undefined;
  }
}
