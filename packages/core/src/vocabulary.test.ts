import { globSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Catalogue, WORDS } from "./language/index.ts";
import { valuesOf } from "./noun-vocabulary.ts";
import { FIELDS } from "./outbox/effect-fields.ts";
import { Kind } from "./roster/roster.ts";
import * as nouns from "./vocabulary.ts";

/** Folders that hold no noun. */
const SHARED = ["language", "lib", "staging"];

const SOURCE = fileURLToPath(new URL(".", import.meta.url));

const keysOf = (things: readonly object[]) => things.flatMap((thing) => Object.keys(thing));
const twice = (names: readonly string[]) => names.filter((name, at) => names.indexOf(name) !== at);

describe("the list of nouns", () => {
  it("has each noun's folder", () => {
    const folders = readdirSync(SOURCE, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const found = folders.map(({ name }) => name).filter((name) => !SHARED.includes(name));

    expect(Object.keys(nouns).sort()).toEqual(found.sort());
  });

  it("leads to every text that lies in a noun's folder", async () => {
    const files = globSync("*/*.{words,messages}.ts", { cwd: SOURCE });
    const modules: Record<string, Catalogue>[] = await Promise.all(files.map((file) => import(`${SOURCE}${file}`)));
    const keys = keysOf(modules.flatMap(Object.values).map((words: Catalogue) => words.en));

    expect(files.length).toBeGreaterThan(20);
    expect(keys.sort()).toEqual(Object.keys(WORDS.en).sort());
  });

  it.each([
    ["action", keysOf(valuesOf(nouns, "actions"))],
    ["text", keysOf(valuesOf(nouns, "words").flatMap((catalogues) => catalogues.map((words) => words.en)))],
    ["kind of effect", keysOf(valuesOf(nouns, "effects").map((effects) => effects(FIELDS)))],
    ["kind of file", valuesOf(nouns, "imports").flat()],
  ])("gives each %s to one noun only", (_, names) => {
    expect(names.length).toBeGreaterThan(0);
    expect(twice(names)).toEqual([]);
  });

  it("keeps the kinds of files that stored imports name", () => {
    expect(Kind.options).toEqual(expect.arrayContaining(["roster", "shifts"]));
  });
});
