import { cpSync, existsSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Build } from "../../tools/sst-offline/stack.ts";

/** Packages with parts in machine code, which a deployment has for Lambda's processor. */
const MACHINE_CODE = ["sharp", "@img"];

/**
 * A bundle as this machine can run it: one that carries machine code is copied without, and finds the project's own.
 *
 * @returns the folder to run it from
 */
export function runnable({ name, folder }: Build): string {
  const modules = join(folder, "node_modules");
  if (!MACHINE_CODE.some((entry) => existsSync(join(modules, entry)))) return folder;
  const copy = join(dirname(folder), `${name}-here`);
  rmSync(copy, { recursive: true, force: true });
  cpSync(folder, copy, {
    recursive: true,
    dereference: true,
    filter: (path) => !MACHINE_CODE.some((entry) => path === join(modules, entry)),
  });
  return copy;
}
