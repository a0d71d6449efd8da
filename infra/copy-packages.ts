import { cp } from "node:fs/promises";
import { join } from "node:path";

/**
 * Puts files of packages where `import.meta.resolve` finds them beside a bundle.
 *
 * SST's `copyFiles` would pack each of them twice.
 */
export async function copyPackagesBeside(bundle: string, files: readonly string[]): Promise<void> {
  for (const file of files) await cp(join($cli.paths.root, "node_modules", file), join(bundle, "node_modules", file));
}
