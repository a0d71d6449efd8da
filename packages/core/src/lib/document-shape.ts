import { Entity } from "electrodb";
import type * as z from "zod";
import type { Refusal } from "./error.ts";
import type { Item } from "./op.ts";
import type { Table } from "./table.ts";
import { keysOf } from "./table-shape.ts";

/** What an attribute of an item holds. With `?` it may be absent; `json` is whatever the schema allows. */
export type Kind = Plain | `${Plain}?` | Digits;
type Plain = "string" | "number" | "boolean" | "json";
/** A number that is padded with zeros to so many digits in keys, so that keys sort as numbers do. */
export interface Digits {
  digits: number;
}
export type Attributes = Record<string, Kind>;

interface Types {
  string: string;
  number: number;
  boolean: boolean;
  json: unknown;
}
type Value<K extends Kind> = K extends `${infer P extends Plain}?`
  ? Types[P] | undefined
  : K extends Plain
    ? Types[K]
    : number;
/** The values of attributes. */
export type Values<A extends Attributes> = { [N in keyof A as A[N] extends `${Plain}?` ? never : N]: Value<A[N]> } & {
  [N in keyof A as A[N] extends `${Plain}?` ? N : never]?: Value<A[N]>;
};

/** Two key attributes; a template such as `deed#${deedId}` names the attributes of which it is made. */
export interface Keys {
  pk: string;
  sk: string;
}
/** A global index of the table. Items for which `when` is false stay out of it. */
export interface Index extends Keys {
  on: "gsi1" | "gsi2";
  when?: (item: Item) => boolean;
}

type Names<T extends string> = T extends `${string}\${${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
/** The attributes that a key is made of. */
export type KeyOf<A extends Attributes, K extends Keys> = {
  [N in keyof A as N extends Names<K["pk"] | K["sk"]> ? N : never]: Value<A[N]>;
};
/** What a query asks for: the whole partition key, and the beginning of the sort key or nothing of it. */
export type Facets<A extends Attributes, K extends Keys> = {
  [N in keyof A as N extends Names<K["pk"]> ? N : never]: Value<A[N]>;
} & { [N in keyof A as N extends Names<K["sk"]> ? N : never]?: Value<A[N]> };

/** All that the kit needs to know of an entity. Names, templates and attributes are stored: they never change. */
export interface Shape<A extends Attributes, K extends Keys, I extends Record<string, Index>, Info extends object> {
  entity: string;
  schema: z.ZodType<Info>;
  attributes: A;
  key: K;
  indexes?: I;
  /** The attribute that holds the whole document, `row` unless told; with `none` the attributes are the document. */
  body?: "row" | "info" | "none";
  /** The attributes of a document, without the body. */
  itemOf(info: NoInfer<Info>): Values<A>;
  /** What tells whether a document moved since it was read; a number is counted up by each save. `version` unless told. */
  guard?: keyof A & keyof Info & string;
  /** What a document is that was never saved; its guard is 0. */
  empty?: (key: KeyOf<A, K>) => NoInfer<Info>;
  /** The condition of a first save: that there is no guard, or with `key` that there is no item. */
  first?: "guard" | "key";
  /** The refusal of `get`. */
  missing?: (key: KeyOf<A, K>) => Refusal;
}

/** A condition on the item in the store, in ElectroDB's terms. */
export type Where<A extends Attributes> = (row: Record<keyof A, unknown>, is: Comparisons) => string;
interface Comparisons {
  eq(attribute: unknown, value: unknown): string;
  lte(attribute: unknown, value: unknown): string;
  exists(attribute: unknown): string;
  notExists(attribute: unknown): string;
}

interface Write {
  params(): object;
}
interface Conditional extends Write {
  where(condition: Where<Attributes>): Write;
}
interface Found {
  data: Item[];
  cursor: string | null;
}
interface Query {
  go(options: object): Promise<Found>;
}
/** How a query is narrowed within its partition. */
export type Range = "begins" | "between" | "gt" | "gte" | "lt" | "lte";

/** The part of an ElectroDB entity that the kit uses. Its own types follow from a schema that is known when compiled. */
export interface Model {
  get(key: object): Write;
  put(item: object): Conditional;
  create(item: object): Conditional;
  delete(key: object): Conditional;
  remove(key: object): Conditional;
  patch(key: object): { set(changes: object): Conditional & { composite(facets: object): Conditional } };
  parse(answer: { Item: Item }): { data: Item | null };
  query: Record<string, (facets: object) => Query & Record<Range, (...facets: object[]) => Query>>;
}

const attributeOf = (kind: Kind) => {
  if (typeof kind === "object")
    return { type: "number", required: true, padding: { length: kind.digits, char: "0" } } as const;
  const plain = kind.replace("?", "");
  return { type: plain === "json" ? "any" : plain, required: plain === kind };
};

const keyOf = (field: string, template: string) => ({
  field,
  template,
  composite: [...template.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name),
});

/** The ElectroDB entity of a shape, on one table. The primary key is the access pattern `key`. */
export function modelOf<A extends Attributes, K extends Keys, I extends Record<string, Index>, Info extends object>(
  { entity, attributes, body = "row", key, indexes }: Shape<A, K, I, Info>,
  table: Table,
): Model {
  const patterns = Object.entries(indexes ?? {}).map(([pattern, { on, when, pk, sk }]) => {
    const { partition, sort } = keysOf(on);
    return [
      pattern,
      { index: on, ...(when && { condition: when }), pk: keyOf(partition, pk), sk: keyOf(sort, sk) },
    ] as const;
  });
  const { partition, sort } = keysOf();
  const all: Attributes = { ...attributes, ...(body === "none" ? {} : { [body]: "json" }) };
  const schema = {
    model: { service: "yigong", entity, version: "1" },
    attributes: Object.fromEntries(Object.entries(all).map(([attribute, kind]) => [attribute, attributeOf(kind)])),
    indexes: { key: { pk: keyOf(partition, key.pk), sk: keyOf(sort, key.sk) }, ...Object.fromEntries(patterns) },
  };
  return new Entity(schema as never, { client: table.client, table: table.alliance }) as unknown as Model;
}
