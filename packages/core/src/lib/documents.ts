import * as z from "zod";
import { batchGet, batchPut, getItem } from "./batch.ts";
import { fromCursor } from "./cursor.ts";
import { type DocumentOps, opsOf } from "./document-ops.ts";
import {
  type Attributes,
  type Facets,
  type Index,
  type KeyOf,
  type Keys,
  type Model,
  modelOf,
  type Range,
  type Shape,
  type Values,
} from "./document-shape.ts";
import { readFrom } from "./document-text.ts";
import { sharedInFlight } from "./in-flight.ts";
import type { Item } from "./op.ts";
import { CLASH, untilSaved } from "./optimistic.ts";
import type { Page, PageRequest } from "./page.ts";
import { perTable } from "./per-table.ts";
import { consistency, type Reading } from "./reading.ts";
import { type Op, type Table, transact } from "./table.ts";

export type { Item } from "./op.ts";

/** Further writes of the transaction that saves a decision. */
type Also<Decision, Info> = (decision: Decision, before: Info) => readonly Op[] | Promise<readonly Op[]>;

/** Which documents of a partition, in which order. Lists of the table itself are consistent unless `eventual`. */
export interface Listing<A extends Attributes> extends Reading {
  order?: "asc" | "desc";
  range?: {
    [R in Range]?: R extends "between" ? readonly [Partial<Values<A>>, Partial<Values<A>>] : Partial<Values<A>>;
  };
}

/** The documents of one entity. Reads are consistent unless `eventual`, and every document read passes its schema. */
export interface Documents<A extends Attributes, K extends Keys, I extends Record<string, Index>, Info extends object> {
  find(key: KeyOf<A, K>, reading?: Reading): Promise<Info | undefined>;
  /** Read consistently before it is said to be missing. @throws the entity's own `x.missing` */
  get(key: KeyOf<A, K>, reading?: Reading): Promise<Info>;
  /** Those that are there, in the order of the keys. */
  getMany(keys: readonly KeyOf<A, K>[], reading?: Reading): Promise<Info[]>;
  /** Writes a new document, with further writes. @returns false when its key is taken, or another condition failed */
  create(info: Info, also?: readonly Op[]): Promise<boolean>;
  /** Writes documents without a condition, many a request; not a transaction. @throws `store.busy` */
  putMany(infos: readonly Info[]): Promise<void>;
  /** Adds a document; one that is there already under its key is handed back as it is. */
  add(info: Info, also?: readonly Op[]): Promise<Info>;
  /**
   * Loads, decides and saves, from the start again when it moved meanwhile. A decision that hands back the loaded item
   * writes nothing.
   *
   * @returns the very item of the decision, by which a caller can tell that it was written; its guard is not yet counted up
   * @throws the entity's `x.missing`, `store.busy` after twelve clashes, whatever `decide` throws
   */
  change<Decision extends { item: Info }>(
    key: KeyOf<A, K>,
    decide: (info: Info) => Decision | Promise<Decision>,
    also?: Also<NoInfer<Decision>, Info>,
  ): Promise<Info>;
  /** As `change`, for a decision that is the document alone. @returns the document as it was written */
  revise(key: KeyOf<A, K>, decide: (info: Info) => Info): Promise<Info>;
  /** As `change`, for a document that may not be there yet. @param seen - decided by first, when it was just read */
  changeOrCreate<Decision extends { item: Info | undefined }>(
    key: KeyOf<A, K>,
    decide: (info: Info | undefined) => Decision,
    also?: Also<NoInfer<Decision>, Info | undefined>,
    seen?: { info: Info | undefined },
  ): Promise<Decision["item"]>;
  /** One page. @throws `page.bad_cursor` */
  list<P extends "key" | keyof I>(
    pattern: P,
    facets: Facets<A, P extends keyof I ? I[P] : K>,
    page: PageRequest,
    listing?: Listing<A>,
  ): Promise<Page<Info>>;
  /** All of them, in requests of `limit` documents. */
  all<P extends "key" | keyof I>(
    pattern: P,
    facets: Facets<A, P extends keyof I ? I[P] : K>,
    listing?: Listing<A> & { limit?: number },
  ): Promise<Info[]>;
  readonly ops: DocumentOps<A, K, Info>;
}

/**
 * The documents of an entity that is described once: see `deed.store.ts` for a plain one.
 *
 * For documents with one owner. Places, counters and chain heads are transactions of their own.
 */
export function documents<
  const A extends Attributes,
  const K extends Keys,
  Info extends object,
  const I extends Record<string, Index> = Record<never, never>,
>(shape: Shape<A, K, I, Info>): (table: Table) => Documents<A, K, I, Info> {
  return perTable((table) => {
    const model = modelOf(shape, table);
    const reads = readsOf(shape, model, table);
    const ops = opsOf(shape, model);
    return { ...reads, ops, ...writesOf(reads, ops, table) };
  });
}

/** The schema of documents whose `row` does not name them: the other attributes of the item are read with it. */
export const nested = <Info>(schema: z.ZodType<Info>) =>
  z.preprocess((item) => ({ ...(item as { row: object }).row, ...(item as object) }), schema);

type Shaped<A extends Attributes, K extends Keys, I extends Record<string, Index>, Info extends object> = Shape<
  A,
  K,
  I,
  Info
>;
type Reads<A extends Attributes, K extends Keys, I extends Record<string, Index>, Info extends object> = Pick<
  Documents<A, K, I, Info>,
  "find" | "get" | "getMany" | "list" | "all"
>;

function readsOf<A extends Attributes, K extends Keys, I extends Record<string, Index>, Info extends object>(
  shape: Shaped<A, K, I, Info>,
  model: Model,
  table: Table,
): Reads<A, K, I, Info> {
  const { schema, body = "row", empty, missing, entity } = shape;
  const parsed = readFrom(shape);
  const read = (item: Item): Info => {
    const values = parsed(item);
    return schema.parse(body === "none" ? values : values[body]);
  };
  const queryOf = (pattern: PropertyKey, facets: object, { range = {} }: Listing<A>) => {
    const query = model.query[String(pattern)]?.(facets);
    if (!query) throw new TypeError(`${entity} has no index ${String(pattern)}.`);
    const [[how, bounds] = []] = Object.entries(range) as [Range, object | object[]][];
    return how && bounds ? query[how](...[bounds].flat()) : query;
  };
  const optionsOf = (pattern: PropertyKey, { order = "asc", eventual = false }: Listing<A>) => ({
    ...(order === "desc" && { order }),
    consistent: pattern === "key" && !eventual,
  });
  const recently = sharedInFlight<Info | undefined>();
  const fetch = async (key: KeyOf<A, K>, reading?: Reading) => {
    const item = await getItem(table, model.get(key).params(), consistency(reading));
    return item ? read(item) : empty?.(key);
  };
  const find = (key: KeyOf<A, K>, reading?: Reading) =>
    reading?.eventual ? recently(JSON.stringify(key), () => fetch(key, reading)) : fetch(key, reading);
  return {
    find,
    async get(key, reading) {
      const found = (await find(key, reading)) ?? (reading?.eventual ? await find(key) : undefined);
      if (found === undefined) throw missing?.(key) ?? new TypeError(`There is no such ${entity}.`);
      return found;
    },
    async getMany(keys, reading) {
      const params = keys.map((key) => model.get(key).params());
      const items = await batchGet(table, params, consistency(reading));
      return items.flatMap((item) => (item ? [read(item)] : []));
    },
    async list(pattern, facets, { limit, cursor }, listing = {}) {
      const query = queryOf(pattern, facets, listing);
      const options = { limit, pages: 1, cursor: cursor ?? null, ...optionsOf(pattern, listing) };
      const { data, cursor: next } = await fromCursor(query.go(options));
      return { items: data.map(read), cursor: next ?? undefined };
    },
    async all(pattern, facets, { limit = 500, ...listing } = {}) {
      const query = queryOf(pattern, facets, listing);
      const { data } = await query.go({ limit, pages: "all", ...optionsOf(pattern, listing) });
      return data.map(read);
    },
  };
}

type Writes<A extends Attributes, K extends Keys, I extends Record<string, Index>, Info extends object> = Pick<
  Documents<A, K, I, Info>,
  "create" | "putMany" | "add" | "revise" | "change" | "changeOrCreate"
>;

function writesOf<A extends Attributes, K extends Keys, I extends Record<string, Index>, Info extends object>(
  { find, get }: Reads<A, K, I, Info>,
  ops: DocumentOps<A, K, Info>,
  table: Table,
): Writes<A, K, I, Info> {
  const create = async (info: Info, also: readonly Op[] = []) =>
    (await transact(table, [ops.create(info), ...also])).ok;

  const save = async (before: Info | undefined, item: Info, also: readonly Op[] = []) =>
    (await transact(table, [ops.save(before, item), ...also])).ok ? item : CLASH;

  return {
    create,
    putMany: (infos) =>
      batchPut(
        table,
        infos.flatMap((info) => Object.values(ops.put(info))),
      ),
    add: async (info, also) => ((await create(info, also)) ? info : get(ops.keyOf(info))),
    revise: (key, decide) =>
      untilSaved<Info>(async () => {
        const before: Info = await get(key);
        const item = decide(before);
        return item === before ? before : save(before, ops.next(before, item));
      }),
    change: (key, decide, also) =>
      untilSaved<Info>(async () => {
        const before: Info = await get(key);
        const decision = await decide(before);
        if (decision.item === before) return before;
        return save(before, decision.item, await also?.(decision, before));
      }),
    changeOrCreate: <Decision extends { item: Info | undefined }>(
      key: KeyOf<A, K>,
      decide: (info: Info | undefined) => Decision,
      also?: Also<NoInfer<Decision>, Info | undefined>,
      seen?: { info: Info | undefined },
    ) =>
      untilSaved<Decision["item"]>(async (attempts) => {
        const before = seen && attempts === 0 ? seen.info : await find(key);
        const decision = decide(before);
        if (decision.item === before || decision.item === undefined) return decision.item;
        return save(before, decision.item, await also?.(decision, before));
      }),
  };
}
