import type { Machine } from "@yigong/local/machine.ts";
import { send } from "./request.ts";

interface Description {
  paths: Record<string, { get?: object }>;
}

/** Members who read, in the order in which they are tried, and the activities to read. */
export interface Readers {
  members: readonly string[];
  activities: readonly string[];
}

const YEARS = [2025, 2026];
/** Slow, since it is rendered on request, or writes an audit entry: what is read is to leave no rows. */
const isLeftOut = (path: string) => /\.xlsx$|\.jsonl$|\/pdf$|\/contact$/.test(path);
/** Routes that need a query. */
const MORE = ["/register?owner=committee", "/shifts?day=2027-01-07", "/deeds/2026/count"];
/** Routes that answer about whoever asks: each member reads them. */
const isOwn = (path: string) => /^\/me\b|^\/members\/me|^\/messages|^\/certificates$/.test(path);

const read = (machine: Machine, who: string, path: string) =>
  send(machine, { who, method: "GET", path: `/api/v1${path}` });

/** The items of a list, read by the first member who may. */
async function itemsOf(machine: Machine, { members }: Readers, path: string): Promise<Record<string, unknown>[]> {
  for (const who of members) {
    const response = await read(machine, who, path);
    if (response.ok) return ((await response.json()) as { items: Record<string, unknown>[] }).items;
  }
  return [];
}

/** Values for the parameters of a route, by the first segment of its path. */
async function subjectsOf(machine: Machine, readers: Readers): Promise<Record<string, Record<string, string>[]>> {
  const ids = async (path: string) => (await itemsOf(machine, readers, path)).map(({ id }) => String(id));
  const runs = async (year: number) =>
    (await itemsOf(machine, readers, `/awards/${year}/runs`)).map(({ run }) => ({ year: `${year}`, run: `${run}` }));
  const named = (list: readonly string[]) => list.map((id) => ({ id }));
  return {
    activities: named(readers.activities),
    members: named((await ids("/members?left=true")).concat(readers.members.slice(-2))),
    units: named((await ids("/units")).slice(0, 4)),
    imports: named(await ids("/imports")),
    "rule-drafts": named((await ids("/rule-drafts")).slice(0, 1)),
    awards: (await Promise.all(YEARS.map(runs))).flat(),
    deeds: (await ids("/deeds?year=2026")).map((deedId) => ({ year: "2026", deedId })),
  };
}

/** Every GET route of the API's description with parameters filled in, and who may read it; empty lists are left out. */
export async function readsOf(machine: Machine, readers: Readers): Promise<{ who: string; path: string }[]> {
  const { paths } = (await (await machine.web.request("/api/openapi.json")).json()) as Description;
  const subjects = await subjectsOf(machine, readers);
  const found = Object.keys(paths).filter((path) => paths[path]?.get !== undefined && !isLeftOut(path));
  const filled = found.flatMap((path) => {
    if (!path.includes("{")) return [path];
    return (subjects[path.split("/")[1] ?? ""] ?? []).map((subject) =>
      path.replaceAll(/\{(\w+)\}/g, (hole, name: string) => subject[name] ?? hole),
    );
  });
  const whole = [...new Set([...filled, ...MORE])].filter((path) => !path.includes("{"));
  const reads: { who: string; path: string }[] = [];
  for (const path of whole)
    for (const who of readers.members) {
      const response = await read(machine, who, path);
      if (!response.ok) continue;
      if (!/"items":\[\]/.test(await response.text())) reads.push({ who, path });
      if (!isOwn(path)) break;
    }
  return reads;
}

/** Sends the requests. */
export async function readAll(machine: Machine, reads: readonly { who: string; path: string }[]): Promise<void> {
  for (const { who, path } of reads) await read(machine, who, path);
}
