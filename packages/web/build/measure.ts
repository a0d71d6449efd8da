import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { config, ROOT } from "./config.ts";

/** What a phone loads at most, in bytes of gzip: at first, and for any page more. */
const MOST_FIRST = 60_000;
const MOST_MORE = 15_000;
const ENTRY = "phone.html";

interface Chunk {
  file: string;
  src?: string;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

const DIST = join(ROOT, "dist");

/** A chunk and all that it needs before it runs. */
function needed(manifest: Manifest, name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const other of manifest[name]?.imports ?? []) needed(manifest, other, seen);
  return seen;
}

const sizeOf = (file: string): number => gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length;
const sum = (files: readonly string[]): number => files.reduce((total, file) => total + sizeOf(file), 0);

/** What each page of the phone weighs: first load, and what it adds to it. */
function measured(manifest: Manifest) {
  const first = needed(manifest, ENTRY);
  const filesOf = (names: Iterable<string>) => [...names].map((name) => manifest[name]?.file ?? "");
  const css = [...first].flatMap((name) => manifest[name]?.css ?? []);
  const routes = (manifest[ENTRY]?.dynamicImports ?? []).map((name) => {
    const more = [...needed(manifest, name)].filter((one) => !first.has(one));
    return { route: name.replace(/^src\/phone\/|-page\.tsx$/g, ""), more: sum(filesOf(more)) };
  });
  return { first: sum(filesOf(first)), css: sum(css), routes };
}

await build(config);
const manifest = JSON.parse(readFileSync(join(DIST, ".vite/manifest.json"), "utf8")) as Manifest;
const { first, css, routes } = measured(manifest);
const tooMuch = first > MOST_FIRST || routes.some(({ more }) => more > MOST_MORE);

if (process.argv.includes("--json")) process.stdout.write(`${JSON.stringify({ first, css, routes, tooMuch })}\n`);
else {
  const line = (name: string, bytes: number, most: number) =>
    `${name.padEnd(28)}${(bytes / 1000).toFixed(1).padStart(7)} kB${bytes > most ? `  more than ${most / 1000}` : ""}\n`;
  process.stdout.write(line("first load, JS gzip", first, MOST_FIRST) + line("styles, gzip", css, MOST_MORE));
  for (const { route, more } of routes) process.stdout.write(line(`+ ${route}`, more, MOST_MORE));
}
if (tooMuch) process.exitCode = 1;
