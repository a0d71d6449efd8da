import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const filesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter(
      (file) =>
        !file.includes("node_modules") && !/\.(test|world|builder|fixture|bench|oracle)\.|\/fixture\.ts$/.test(file),
    );

/** What a source file imports of the project, as paths from its root. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  const named = [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, name]) => name ?? "");
  return named.flatMap((name) => {
    const [, workspace, path] = /^@yigong\/(\w+)\/(.+)$/.exec(name) ?? [];
    if (workspace) return [`packages/${workspace}/src/${path}`];
    return name.startsWith(".") ? [relative(ROOT, resolve(ROOT, dirname(file), name))] : [];
  });
}

const sources = filesIn("packages")
  .filter((file) => !file.startsWith("packages/testing/"))
  .map((file) => ({ file, imports: importsOf(file) }));
const breaking = (from: RegExp, to: (path: string, file: string) => boolean) =>
  sources
    .filter(({ file }) => from.test(file))
    .flatMap(({ file, imports }) => imports.filter((path) => to(path, file)).map((path) => `${file} → ${path}`));

const nounOf = (file: string): string => /^packages\/core\/src\/([^/]+)/.exec(file)?.[1] ?? "";

describe("imports point one way", () => {
  it("finds imports at all", () => {
    expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(1000);
  });

  it("core stands alone", () => {
    expect(breaking(/^packages\/core\//, (path) => !path.startsWith("packages/core/"))).toEqual([]);
  });

  it("lib knows no noun", () => {
    expect(breaking(/^packages\/core\/src\/lib\//, (path) => nounOf(path) !== "lib")).toEqual([]);
  });

  it("a noun takes another noun's rules, never its store", () => {
    const foreign = breaking(
      /^packages\/core\//,
      (path, file) => path.endsWith(".store.ts") && nounOf(path) !== nounOf(file),
    );

    expect(foreign).toEqual([]);
  });

  it("workflows take types and codes only", () => {
    expect(
      breaking(
        /^packages\/workflows\//,
        (path) => !/^packages\/workflows\/|^packages\/core\/src\/(?!.*\.store\.ts)/.test(path),
      ),
    ).toEqual([]);
  });

  it("functions know neither the machine nor the workflows", () => {
    expect(
      breaking(/^packages\/functions\//, (path) => !/^packages\/(functions|application|core)\//.test(path)),
    ).toEqual([]);
  });
});

describe("the domain is pure", () => {
  const rules = filesIn("packages/core/src").filter((file) => !/\/lib\/|\.(store|row)\.ts$/.test(file));

  it.each([
    ["the clock", /Date\.now\(|new Date\(\)|performance\.now/],
    ["chance", /Math\.random|randomBytes|randomUUID/],
    ["the environment", /process\.env/],
    ["AWS", /@aws-sdk/],
  ])("its rules never touch %s", (_, pattern) => {
    expect(rules.filter((file) => pattern.test(readFileSync(join(ROOT, file), "utf8")))).toEqual([]);
  });
});
