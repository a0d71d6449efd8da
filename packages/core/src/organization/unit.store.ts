import { Entity } from "electrodb";
import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { Refusal } from "../lib/error.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { batchGet, type Op, put, remove, type Table, transact } from "../lib/table.ts";
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
  /** Saves what `decide` makes of a unit, with the audit entries. @throws `unit.missing`, `unit.name_taken`, `unit.busy` */
  change(id: string, decide: (unit: UnitInfo) => { to: UnitInfo; audit?: readonly Entry[] }): Promise<UnitInfo>;
  /** Takes a unit back that nothing refers to. A unit that is gone already is no error. */
  remove(unit: UnitInfo, audit?: readonly Entry[]): Promise<void>;
}

const TRIES = 5;
/** Names compare without case and outer space. */
const nameKey = (name: string): string => name.normalize("NFKC").trim().toLowerCase();

export const unitEntities = (table: Table) => {
  const config = { client: table.client, table: table.alliance };
  const units = new Entity(
    {
      model: { service: "yigong", entity: "unit", version: "1" },
      attributes: {
        scope: { type: "string", required: true, default: "organization" },
        unitId: { type: "string", required: true },
        version: { type: "number", required: true },
        info: { type: "any", required: true },
      },
      indexes: {
        byId: {
          pk: { field: "pk", composite: ["scope"], template: "${scope}" },
          sk: { field: "sk", composite: ["unitId"], template: "unit#${unitId}" },
        },
      },
    },
    config,
  );
  const names = new Entity(
    {
      model: { service: "yigong", entity: "unitName", version: "1" },
      attributes: {
        kind: { type: "string", required: true },
        name: { type: "string", required: true },
        unitId: { type: "string", required: true },
      },
      indexes: {
        byName: {
          pk: { field: "pk", composite: ["kind", "name"], template: "unitname#${kind}#${name}" },
          sk: { field: "sk", composite: [], template: "name" },
        },
      },
    },
    config,
  );
  return { units, names };
};

const scope = "organization";

export function dynamoUnits(table: Table): Units {
  const { units, names } = unitEntities(table);

  const find = async (id: string) => {
    const { data } = await units.get({ scope, unitId: id }).go({ consistent: true });
    return data ? UnitInfo.parse(data.info) : undefined;
  };
  const get = async (id: string) => {
    const unit = await find(id);
    if (!unit) throw new Refusal("missing", "unit.missing", `There is no unit ${id}.`);
    return unit;
  };
  const takeName = ({ id, kind, name }: UnitInfo): Op =>
    put(
      names
        .put({ kind, name: nameKey(name), unitId: id })
        .where(({ unitId }, { notExists, eq }) => `${notExists(unitId)} OR ${eq(unitId, `${id}`)}`)
        .params(),
    );
  const freeName = ({ id, kind, name }: UnitInfo): Op =>
    remove(
      names
        .delete({ kind, name: nameKey(name) })
        .where(({ unitId }, { notExists, eq }) => `${notExists(unitId)} OR ${eq(unitId, `${id}`)}`)
        .params(),
    );
  const taken = ({ name }: UnitInfo) =>
    new Refusal("conflict", "unit.name_taken", `There is another unit of this kind named ${name}.`);

  async function all(kind?: UnitKind) {
    const { data } = await units.query.byId({ scope }).go({ consistent: true, limit: 500, pages: "all" });
    const found = data.map(({ info }) => UnitInfo.parse(info)).filter((unit) => !kind || unit.kind === kind);
    return found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
  }

  async function attempt(id: string, decide: Parameters<Units["change"]>[1]) {
    const before = await get(id);
    const { to, audit = [] } = decide(before);
    if (to === before) return before;
    const after = UnitInfo.parse({ ...to, id, version: before.version + 1 });
    const row = units
      .put({ scope, unitId: id, version: after.version, info: after })
      .where(({ version }, { eq }) => eq(version, before.version));
    const renamed = after.kind !== before.kind || nameKey(after.name) !== nameKey(before.name);
    const naming = renamed ? [takeName(after), freeName(before)] : [];
    const outcome = await transact(table, [put(row.params()), ...naming, ...auditOps(table, audit)]);
    if (outcome.ok) return after;
    if (renamed && outcome.failed.includes(1)) throw taken(after);
    return undefined;
  }

  return {
    get,
    all,
    async getMany(ids) {
      const items = await batchGet(
        table,
        ids.map((unitId) => units.get({ scope, unitId }).params()),
      );
      return items.flatMap((item) => (item ? [UnitInfo.parse(item.info)] : []));
    },
    async page(kind, { limit, cursor }) {
      const found = await all(kind);
      const start = cursor ? found.findIndex((unit) => unit.id === cursor) + 1 : 0;
      const items = found.slice(start, start + limit);
      return { items, cursor: start + limit < found.length ? items.at(-1)?.id : undefined };
    },
    async byName(kind, name) {
      const { data } = await names.get({ kind, name: nameKey(name) }).go({ consistent: true });
      return data ? find(data.unitId) : undefined;
    },
    async add(unit, audit = []) {
      const row = units
        .put({ scope, unitId: unit.id, version: unit.version, info: unit })
        .where(({ version }, { notExists, eq }) => `${notExists(version)} OR ${eq(version, unit.version)}`);
      const outcome = await transact(table, [put(row.params()), takeName(unit), ...auditOps(table, audit)]);
      if (outcome.ok) return unit;
      const present = await find(unit.id);
      if (!present) throw taken(unit);
      return present;
    },
    async change(id, decide) {
      for (let attempts = 0; attempts < TRIES; attempts += 1) {
        const saved = await attempt(id, decide);
        if (saved) return saved;
      }
      throw new Refusal("unavailable", "unit.busy", `Unit ${id} keeps changing. Try again.`);
    },
    async remove(unit, audit = []) {
      const gone = remove(units.delete({ scope, unitId: unit.id }).params());
      await transact(table, [gone, freeName(unit), ...auditOps(table, audit)]);
    },
  };
}
