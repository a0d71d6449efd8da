import { copyFileSync, cpSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./root.ts";

const COPIED = ["sst.config.ts", "package.json", "sst-env.d.ts"];
const LINKED = ["node_modules", "packages"];

/**
 * A folder in which the CLI finds the project and leaves what it writes: dry runs share nothing that changes.
 *
 * @param change - edits the copies of `infra/` and `sst.config.ts` before they are evaluated
 */
export function stageFolder(name: string, change: (folder: string) => void = () => undefined): string {
  const folder = join(ROOT, ".dry-run", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, ".sst"), { recursive: true });
  cpSync(join(ROOT, "infra"), join(folder, "infra"), { recursive: true });
  for (const file of COPIED) copyFileSync(join(ROOT, file), join(folder, file));
  for (const entry of LINKED) symlinkSync(join(ROOT, entry), join(folder, entry));
  symlinkSync(join(ROOT, ".sst/platform"), join(folder, ".sst/platform"));
  // Without it the CLI would install the provider again.
  copyFileSync(join(ROOT, ".sst/provider-lock.json"), join(folder, ".sst/provider-lock.json"));
  change(folder);
  return folder;
}
