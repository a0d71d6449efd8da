import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { FOLDERS, type Planted } from "./rules.ts";

const OURS = new RegExp(`^(packages|${FOLDERS.join("|")})/`);

/** A tree that has nothing but the planted imports, with an empty package for each name of npm. */
export function plantedTree(planted: readonly Planted[], form = (name: string) => `import ${name};`) {
  const root = mkdtempSync(join(tmpdir(), "planted-"));
  const files = new Map<string, string>();
  const line = (from: string, to: string) => {
    const near = relative(dirname(from), to);
    return `${form(JSON.stringify(OURS.test(to) ? near.replace(/^(?!\.)/, "./") : to))}\n`;
  };
  for (const [, to] of planted) {
    if (OURS.test(to)) files.set(to, "");
    else if (!isBuiltin(to)) files.set(`node_modules/${to}/index.js`, "");
  }
  for (const [from, to] of planted) files.set(from, (files.get(from) ?? "") + line(from, to));
  for (const folder of ["packages", ...FOLDERS]) mkdirSync(join(root, folder));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { root, remove: () => rmSync(root, { recursive: true }) };
}
