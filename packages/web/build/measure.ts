import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildApps, DIST } from "./build-apps.ts";
import { APPS, type App } from "./config.ts";

/** What an app loads at most, in bytes of gzip: at first, and for any page more; charts are apart. */
const MOST = {
  phone: { first: 60_000, more: 15_000 },
  console: { first: 440_000, more: 60_000 },
} satisfies Record<App, { first: number; more: number }>;
const MOST_STYLES = 15_000;
/** Fetched when a chart is on the page or a table is saved, never with a page. */
const APART = /^src\/console\/ui\/(chart|workbook)\.tsx?$/;

interface Chunk {
  file: string;
  src?: string;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

/** A chunk and all that it needs before it runs. */
function needed(manifest: Manifest, name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const other of manifest[name]?.imports ?? []) needed(manifest, other, seen);
  return seen;
}

const sizeOf = (file: string): number => gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length;
const sum = (files: readonly string[]): number => files.reduce((total, file) => total + sizeOf(file), 0);

/** What each page of an app weighs: first load, and what it adds to it. */
function measured(app: App) {
  const manifest = JSON.parse(readFileSync(join(DIST, `.vite/${app}.json`), "utf8")) as Manifest;
  const first = needed(manifest, `${app}.html`);
  const filesOf = (names: Iterable<string>) => [...names].map((name) => manifest[name]?.file ?? "");
  const css = [...first].flatMap((name) => manifest[name]?.css ?? []);
  const lazy = new Set(Object.values(manifest).flatMap(({ dynamicImports = [] }) => dynamicImports));
  const routes = [...lazy].map((name) => {
    const more = [...needed(manifest, name)].filter((one) => !first.has(one));
    return {
      route: name.replace(/^src\/\w+\/|(-page)?\.tsx?$/g, ""),
      apart: APART.test(name),
      more: sum(filesOf(more)),
    };
  });
  return { first: sum(filesOf(first)), css: sum(css), routes };
}

/** Builds both apps and weighs every page of theirs; `tooMuch` where one is above its bound. */
export async function weighApps() {
  await buildApps();
  const apps = Object.fromEntries(APPS.map((app) => [app, measured(app)])) as Record<App, ReturnType<typeof measured>>;
  const tooMuch = APPS.some(
    (app) =>
      apps[app].first > MOST[app].first || apps[app].routes.some(({ more, apart }) => !apart && more > MOST[app].more),
  );
  return { ...apps, tooMuch };
}

/** The same for people, a line each. */
export function weightLines(apps: Awaited<ReturnType<typeof weighApps>>): string[] {
  const line = (name: string, bytes: number, most = Number.POSITIVE_INFINITY) =>
    `${name.padEnd(36)}${(bytes / 1000).toFixed(1).padStart(7)} kB${bytes > most ? `  more than ${most / 1000}` : ""}`;
  return APPS.flatMap((app) => {
    const { first, css, routes } = apps[app];
    return [
      line(`${app}: first load, JS gzip`, first, MOST[app].first),
      line("styles, gzip", css, MOST_STYLES),
      ...routes.map(({ route, more, apart }) =>
        line(`+ ${route}${apart ? " (apart)" : ""}`, more, apart ? undefined : MOST[app].more),
      ),
    ];
  });
}
