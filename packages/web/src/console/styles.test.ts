import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const FOLDER = import.meta.dirname;
const sheets = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".css"));

/** The class that each selector of a sheet begins with, where the sheet says what it looks like on its own. */
const classesOf = (sheet: string): string[] =>
  [...readFileSync(join(FOLDER, sheet), "utf8").matchAll(/(?:^|[,}])\s*\.([a-z][\w-]*)\s*(?=[,{])/gm)].map(
    ([, name = ""]) => name,
  );

it("have each class in one sheet: the sheets of pages that were opened before stay, and would change the next page", () => {
  const owners = new Map<string, Set<string>>();
  for (const sheet of sheets)
    for (const name of classesOf(sheet)) owners.set(name, (owners.get(name) ?? new Set()).add(sheet));
  const shared = [...owners].filter(([, of]) => of.size > 1).map(([name, of]) => `${name}: ${[...of].join(", ")}`);

  expect(owners.size).toBeGreaterThan(100);
  expect(shared).toEqual([]);
});
