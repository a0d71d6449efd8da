import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { arrowsBetween, circlesOf, packageArrows, ROOT, readImports, shipped } from "./architecture/imports.ts";
import { plantedTree } from "./architecture/plant.ts";
import { ACYCLIC, RULES, ships, TAKES } from "./architecture/rules.ts";

const house = await readImports(ROOT, RULES);

describe("imports point one way", () => {
  it("reads all imports, with a parser that knows TypeScript", () => {
    expect(house.issues).toEqual([]);
    expect(house.imports.length).toBeGreaterThan(5000);
  });

  // The parser does not see those.
  it("hides no import in a type", () => {
    const hidden = /\bimport\("[^"]+"\)(\.[A-Z]|\[)|typeof import\(/;
    const files = [...new Set(house.imports.map(({ from }) => from))].filter((file) => /\.tsx?$/.test(file));

    expect(files.filter((file) => hidden.test(readFileSync(join(ROOT, file), "utf8")))).toEqual([]);
    expect(`type Any = import(${'"./any.ts"'}).Any;`).toMatch(hidden);
  });

  it("knows each package", () => {
    expect(Object.keys(TAKES)).toEqual(expect.arrayContaining(readdirSync(join(ROOT, "packages"))));
  });

  it.each(RULES.map(({ name }) => name))("%s", (name) => {
    expect(house.breaks(name)).toEqual([]);
  });

  it.each(ACYCLIC)("in no circle between $name", ({ folder }) => {
    const arrows = arrowsBetween(shipped(house.imports), (path) => folder.exec(path)?.[1]);

    expect(circlesOf(arrows)).toEqual([]);
  });

  it("counts the imports between packages that ship", () => {
    const functions = packageArrows(house.imports).find(({ from, to }) => from === "functions" && to === "core");

    expect(functions?.count).toBeGreaterThan(100);
    expect(
      packageArrows(house.imports).filter(({ from, to }) => from !== "test" && (to === "test" || to === "testing")),
    ).toEqual([]);
  });
});

it("is drawn in docs/architecture.md with exactly the arrows between packages that the imports have", () => {
  const drawable = /^(core|application|functions|workflows|stepfunctions|local|web|infra)$/;
  const text = readFileSync(join(ROOT, "docs/architecture.md"), "utf8");
  const [, diagram = ""] = /```mermaid\nflowchart[^\n]*\n(.*?)```/s.exec(text) ?? [];
  const drawn = [...diagram.matchAll(/^\s*(\w+) --> (\w+)$/gm)].map(([, from, to]) => `${from} --> ${to}`);
  const found = packageArrows(house.imports).filter(({ from, to }) => drawable.test(from) && drawable.test(to));

  expect(drawn.toSorted()).toEqual(found.map(({ from, to }) => `${from} --> ${to}`).toSorted());
});

describe("a planted mistake goes red", () => {
  const tree = plantedTree(RULES.flatMap(({ planted }) => planted));
  let found: Awaited<ReturnType<typeof readImports>>;
  beforeAll(async () => {
    found = await readImports(tree.root, RULES);
  });
  afterAll(tree.remove);

  it.each(RULES)("$name", ({ name, planted }) => {
    const red = found.breaks(name).map((line) => line.replace("node_modules/", "").replace("/index.js", ""));
    const mistakes = planted.map(([from, to]) => `${from} → ${to.replace("node:", "")}`);

    expect(mistakes).not.toEqual([]);
    expect(red).toEqual(expect.arrayContaining(mistakes));
  });

  it.each([
    (name: string) => `import type { Any } from ${name};`,
    (name: string) => `export type { Any } from ${name};`,
    (name: string) => `export * from ${name};`,
    (name: string) => `const any = await import(${name});`,
  ])("in every form of an import: %s", async (form) => {
    const { root, remove } = plantedTree(
      [["packages/core/src/deed/deed.ts", "packages/functions/src/stores.ts"]],
      form,
    );
    const { imports } = await readImports(root, RULES);
    remove();

    expect(imports).toMatchObject([{ to: "packages/functions/src/stores.ts" }]);
  });

  it.each(ACYCLIC)("circle between $name", ({ folder, planted }) => {
    const arrows = arrowsBetween(
      planted.map(([from, to]) => ({ from, to })),
      (path) => folder.exec(path)?.[1],
    );

    expect(circlesOf(arrows)).toHaveLength(1);
    expect(circlesOf(arrows.slice(1))).toEqual([]);
  });
});

describe("the domain is pure", () => {
  const rules = readdirSync(join(ROOT, "packages/core/src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && ships(file) && !/^lib\/|\.(store|row)\.ts$/.test(file))
    .map((file) => join(ROOT, "packages/core/src", file));

  it.each([
    ["the clock", /Date\.now\(|new Date\(\)|performance\.now/],
    ["chance", /Math\.random|randomBytes|randomUUID/],
    ["the environment", /process\.env/],
  ])("its rules never touch %s", (_, pattern) => {
    expect(rules.length).toBeGreaterThan(100);
    expect(rules.filter((file) => pattern.test(readFileSync(file, "utf8")))).toEqual([]);
  });
});
