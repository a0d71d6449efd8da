import { fileURLToPath } from "node:url";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { FOLDERS, type Rule, ships } from "./rules.ts";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface Import {
  from: string;
  to: string;
}

export interface Arrow extends Import {
  count: number;
}

/** Reads every import of a tree laid out as ours is: imports of types too, each resolved as Node resolves it. */
async function cruised(baseDir: string, rules: readonly Rule[]): Promise<ICruiseResult> {
  const forbidden = rules.map(({ planted, ...rule }) => ({ ...rule, severity: "error" as const }));
  const { output } = await cruise(
    ["packages", ...FOLDERS],
    {
      baseDir,
      validate: true,
      ruleSet: { forbidden },
      // The swc parser reads imports of types as well; `tsPreCompilationDeps` would ask for TypeScript 6 and change nothing.
      parser: "swc",
      doNotFollow: { path: "node_modules" },
      exclude: { path: "^packages/[^/]+/dist/" },
    },
    {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
    },
  );
  if (typeof output === "string") throw new Error("dependency-cruiser answered with text.");
  return output;
}

/** The imports of a tree, what of them breaks a rule (by the rule's name), and what the parser could not do. */
export async function readImports(baseDir: string, rules: readonly Rule[]) {
  const { modules, summary } = await cruised(baseDir, rules);
  const edges = modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved, rules = [] }) => ({ from: source, to: resolved, rules })),
  );
  const breaks = (name: string) =>
    edges.filter((edge) => edge.rules.some((rule) => rule.name === name)).map(({ from, to }) => `${from} → ${to}`);
  return { imports: edges as readonly Import[], breaks, issues: summary.environment.issues ?? [] };
}

/** How many imports go from one folder to another, by the name that `folder` gives to a path; none within a folder. */
export function arrowsBetween(imports: readonly Import[], folder: (path: string) => string | undefined): Arrow[] {
  const arrows = new Map<string, Arrow>();
  for (const one of imports) {
    const [from, to] = [folder(one.from), folder(one.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const arrow = arrows.get(`${from} ${to}`) ?? { from, to, count: 0 };
    arrows.set(`${from} ${to}`, { ...arrow, count: arrow.count + 1 });
  }
  return [...arrows.values()];
}

/** Groups of folders that reach one another, each sorted by name. */
export function circlesOf(arrows: readonly Arrow[]): string[][] {
  const next = Map.groupBy(arrows, ({ from }) => from);
  const reached = (start: string) => {
    const found = new Set<string>();
    const open = [start];
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const { to } of next.get(at) ?? []) if (!found.has(to)) open.push(to) && found.add(to);
    return found;
  };
  const reach = new Map([...next.keys()].map((name) => [name, reached(name)]));
  const circle = (name: string) => [...(reach.get(name) ?? [])].filter((other) => reach.get(other)?.has(name)).sort();
  const circles = [...next.keys()].map(circle).filter(({ length }) => length > 0);
  return [...new Map(circles.map((names) => [names.join(" "), names])).values()].sort();
}

export const shipped = (imports: readonly Import[]): Import[] =>
  imports.filter(({ from, to }) => ships(from) && ships(to));

/** The imports between packages, and from and to the folders beside them, in what ships: `core`, `functions`, `infra`. */
export const packageArrows = (imports: readonly Import[]): Arrow[] =>
  arrowsBetween(shipped(imports), (path) => {
    const [, workspace, folder = ""] = /^(?:packages\/([^/]+)|([^/]+))\//.exec(path) ?? [];
    return workspace ?? (FOLDERS.includes(folder) ? folder : undefined);
  });
