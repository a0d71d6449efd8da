import * as z from "zod";
import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { documents } from "../lib/documents.ts";
import { type Journal, journal } from "../lib/journal.ts";
import { CLASH, untilSaved } from "../lib/optimistic.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { recent } from "../lib/reading.ts";
import { type Table, transact } from "../lib/table.ts";
import { organizationRefusal } from "./organization.refusals.ts";
import { UnitInfo, type UnitKind } from "./organization.ts";

/** Branches, departments, teams and posts: some hundreds at most, so that a kind is read whole. */
export interface Units {
  /** @throws `unit.missing` */
  get(id: string): Promise<UnitInfo>;
  /** Those of the given ids that exist, in the order given. */
  getMany(ids: readonly string[]): Promise<UnitInfo[]>;
  /** All of a kind, or of every kind, ended ones too, in the order of their names. */
  all(kind?: UnitKind): Promise<UnitInfo[]>;
  page(kind: UnitKind | undefined, page: PageRequest): Promise<Page<UnitInfo>>;
  byName(kind: UnitKind, name: string): Promise<UnitInfo | undefined>;
  /** Adds a unit; the same unit added again stays one. @throws `unit.name_taken` */
  add(unit: UnitInfo, audit?: readonly Entry[]): Promise<UnitInfo>;
  /** Saves what `decide` makes of a unit, with the audit entries. @throws `unit.missing`, `unit.name_taken`, `store.busy` */
  change(id: string, decide: (unit: UnitInfo) => { to: UnitInfo; audit?: readonly Entry[] }): Promise<UnitInfo>;
  /** Takes a unit back that nothing refers to. A unit that is gone already is no error. */
  remove(unit: UnitInfo, audit?: readonly Entry[]): Promise<void>;
  /** The ids of units that this process wrote, each noted when its write has ended. */
  journal: Journal;
}

/** Names compare without case and outer space. */
const nameKey = (name: string): string => name.normalize("NFKC").trim().toLowerCase();
const scope = "organization";

export const unitDocuments = documents({
  entity: "unit",
  schema: UnitInfo,
  attributes: { scope: "string", unitId: "string", version: "number" },
  key: { pk: "${scope}", sk: "unit#${unitId}" },
  body: "info",
  itemOf: ({ id: unitId, version }) => ({ scope, unitId, version }),
  missing: () => organizationRefusal("unit.missing"),
});

/** Which unit has a name: one of a kind. */
export const nameDocuments = documents({
  entity: "unitName",
  schema: z.object({ kind: z.string(), name: z.string(), unitId: z.string() }),
  attributes: { kind: "string", name: "string", unitId: "string" },
  key: { pk: "unitname#${kind}#${name}", sk: "name" },
  body: "none",
  itemOf: (name) => name,
});

const taken = ({ name }: UnitInfo) => organizationRefusal("unit.name_taken", { name });

export function dynamoUnits(table: Table): Units {
  const units = unitDocuments(table);
  const names = nameDocuments(table);
  const find = (unitId: string) => units.find({ scope, unitId });
  const noted = journal();

  const takeName = ({ id, kind, name }: UnitInfo) =>
    names.ops.put(
      { kind, name: nameKey(name), unitId: id },
      ({ unitId }, { notExists, eq }) => `${notExists(unitId)} OR ${eq(unitId, `${id}`)}`,
    );
  const freeName = ({ id, kind, name }: UnitInfo) =>
    names.ops.remove(
      { kind, name: nameKey(name) },
      ({ unitId }, { notExists, eq }) => `${notExists(unitId)} OR ${eq(unitId, `${id}`)}`,
    );

  async function all(kind?: UnitKind) {
    const found = (await units.all("key", { scope })).filter((unit) => !kind || unit.kind === kind);
    return found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
  }

  const change: Units["change"] = (id, decide) =>
    noted.noting(
      () => [id],
      () => changed(id, decide),
    );
  const changed: Units["change"] = (id, decide) =>
    untilSaved(async () => {
      const before = await units.get({ scope, unitId: id });
      const { to, audit = [] } = decide(before);
      if (to === before) return before;
      const after = units.ops.next(before, UnitInfo.parse({ ...to, id }));
      const renamed = after.kind !== before.kind || nameKey(after.name) !== nameKey(before.name);
      const naming = renamed ? [takeName(after), freeName(before)] : [];
      const outcome = await transact(table, [units.ops.save(before, after), ...naming, ...auditOps(table, audit)]);
      if (!outcome.ok && renamed && outcome.failed.includes(1)) throw taken(after);
      return outcome.ok ? after : CLASH;
    });

  return {
    all,
    change,
    journal: noted,
    get: (unitId) => units.get({ scope, unitId }),
    getMany: (ids) =>
      units.getMany(
        ids.map((unitId) => ({ scope, unitId })),
        recent,
      ),
    async page(kind, { limit, cursor }) {
      const found = await all(kind);
      const start = cursor ? found.findIndex((unit) => unit.id === cursor) + 1 : 0;
      const items = found.slice(start, start + limit);
      return { items, cursor: start + limit < found.length ? items.at(-1)?.id : undefined };
    },
    async byName(kind, name) {
      const known = await names.find({ kind, name: nameKey(name) });
      return known && find(known.unitId);
    },
    async add(unit, audit = []) {
      const row = units.ops.put(
        unit,
        ({ version }, { notExists, eq }) => `${notExists(version)} OR ${eq(version, unit.version)}`,
      );
      const ops = [row, takeName(unit), ...auditOps(table, audit)];
      const outcome = await noted.noting(
        () => [unit.id],
        () => transact(table, ops),
      );
      if (outcome.ok) return unit;
      const present = await find(unit.id);
      if (!present) throw taken(unit);
      return present;
    },
    async remove(unit, audit = []) {
      const gone = units.ops.remove({ scope, unitId: unit.id });
      const ops = [gone, freeName(unit), ...auditOps(table, audit)];
      await noted.noting(
        () => [unit.id],
        () => transact(table, ops),
      );
    },
  };
}
