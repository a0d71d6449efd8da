import { CustomAttributeType, Entity } from "electrodb";
import { auditOps } from "../audit/audit.row.ts";
import type { Entry as Audit } from "../audit/audit.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { perTable } from "../lib/per-table.ts";
import { put, type Table, transact } from "../lib/table.ts";
import { FULL_EVERY, Sealed as Schema, type Sealed } from "./root.ts";

/** The roots of the ledger: appended, never changed. Reads are consistent. */
export interface Roots {
  last(): Promise<Sealed | undefined>;
  /** The roots from the last full one on: what tells how long each chain was at the last. */
  sinceFull(): Promise<Sealed[]>;
  /** Appends a root with its audit entry. @returns false when there is a root of that number already */
  append(sealed: Sealed, audit: Audit): Promise<boolean>;
  /** In the order of their numbers. */
  page(page: PageRequest): Promise<Page<Sealed>>;
}

/** Moved chains in one item: some 180 KB, under the 400 KB of an item. A transaction of 4 MB takes 100,000 of them. */
const CHUNK = 5000;
const scope = "root";

/** The first part of a root has the root itself. */
type Chunk = Pick<Sealed, "moved"> & Partial<Sealed>;

const rootEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "root", version: "1" },
        attributes: {
          scope: { type: "string", required: true, default: scope },
          n: { type: "number", required: true, padding: { length: 8, char: "0" } },
          part: { type: "number", required: true, padding: { length: 4, char: "0" } },
          row: { type: CustomAttributeType<Chunk>("any"), required: true },
        },
        indexes: {
          byNumber: {
            pk: { field: "pk", composite: ["scope"], template: "${scope}" },
            sk: { field: "sk", composite: ["n", "part"], template: "${n}#${part}" },
          },
        },
      },
      { client: table.client, table: table.ledger },
    ),
);

/** The first part has the root itself, all parts have chains that moved. */
function gathered(items: readonly { n: number; part: number; row: Chunk }[]): Sealed[] {
  const parts = Map.groupBy(items, ({ n }) => n);
  return [...parts].map(([, rows]) => {
    const inOrder = rows.toSorted((a, b) => a.part - b.part).map(({ row }) => row);
    return Schema.parse({ ...inOrder[0], moved: inOrder.flatMap(({ moved }) => moved) });
  });
}

export function dynamoRoots(table: Table): Roots {
  const roots = rootEntity(table);

  async function last() {
    const newest = await roots.query.byNumber({ scope }).go({ order: "desc", limit: 1, pages: 1, consistent: true });
    const n = newest.data[0]?.n;
    return n === undefined ? undefined : (await from(n))[0];
  }
  async function from(n: number) {
    const query = roots.query.byNumber({ scope }).gte({ n, part: 0 });
    return gathered((await query.go({ limit: 200, pages: "all", consistent: true })).data);
  }

  return {
    last,
    async sinceFull() {
      const newest = await last();
      if (!newest) return [];
      return from(newest.root.n - ((newest.root.n - 1) % FULL_EVERY));
    },
    async append({ moved, ...sealed }, audit) {
      const { n } = sealed.root;
      const chunks = Array.from({ length: Math.max(1, Math.ceil(moved.length / CHUNK)) }, (_, part) => part);
      const created = chunks.map((part) => {
        const own = moved.slice(part * CHUNK, (part + 1) * CHUNK);
        const row = part === 0 ? { ...sealed, moved: own } : { moved: own };
        return put(roots.create({ scope, n, part, row }).params());
      });
      return (await transact(table, [...created, ...auditOps(table, [audit])])).ok;
    },
    async page({ limit, cursor }) {
      const after = cursor === undefined ? 0 : Number(cursor);
      const query = roots.query
        .byNumber({ scope })
        .between({ n: after + 1, part: 0 }, { n: after + limit, part: 9999 });
      const { data } = await query.go({ limit: 200, pages: "all", consistent: true });
      const items = gathered(data);
      return { items, cursor: items.length === limit ? String(after + limit) : undefined };
    },
  };
}
