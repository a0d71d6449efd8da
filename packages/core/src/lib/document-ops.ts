import type { Attributes, Index, KeyOf, Keys, Model, Shape, Values, Where } from "./document-shape.ts";
import { writtenAs } from "./document-text.ts";
import { check, type Op, put, remove, update } from "./op.ts";

/** Single writes and conditions, for transactions that a store composes. */
export interface DocumentOps<A extends Attributes, K extends Keys, Info extends object> {
  /** Writes a document if there is none under its key. */
  create(info: Info): Op;
  /** Writes a document if it is as it was read, or without `before` if there is none; counts its guard up. */
  save(before: Info | undefined, after: Info): Op;
  /** A document as `save` writes it. */
  next(before: Info | undefined, after: Info): Info;
  /** Demands that a document is as it was read, or without `before` that there is none. */
  unmoved(key: KeyOf<A, K>, before: Info | undefined): Op;
  /** Demands a condition of a document that is there. */
  check(key: KeyOf<A, K>, where: Where<A>): Op;
  put(info: Info, where?: Where<A>): Op;
  /** Changes attributes of a document that is there; `indexed` names what an index key needs besides them. */
  patch(key: KeyOf<A, K>, changes: Partial<Values<A>>, on?: { where?: Where<A>; indexed?: Partial<Values<A>> }): Op;
  remove(key: KeyOf<A, K>, where?: Where<A>): Op;
  keyOf(info: Info): KeyOf<A, K>;
}

interface Conditional {
  params(): object;
  where(condition: Where<Attributes>): { params(): object };
}
const under = <A extends Attributes>(write: Conditional, where?: Where<A>): object =>
  (where ? write.where(where as Where<Attributes>) : write).params();

export function opsOf<A extends Attributes, K extends Keys, I extends Record<string, Index>, Info extends object>(
  shape: Shape<A, K, I, Info>,
  model: Model,
): DocumentOps<A, K, Info> {
  const { body = "row", itemOf, first = "guard" } = shape;
  const { isUnsaved, still, next } = guarding(shape);
  const written = writtenAs(shape);
  const item = (info: Info) => written({ ...itemOf(info), ...(body === "none" ? {} : { [body]: info }) });
  const create = (info: Info) => put(model.create(item(info)).params());
  return {
    create,
    next,
    save(before, after) {
      const saved = next(before, after);
      if (first === "key" && isUnsaved(before)) return create(saved);
      return put(under(model.put(item(saved)), still(before)));
    },
    unmoved: (key, before) => check(under(model.delete(key), still(before))),
    check: (key, where) => check(under(model.remove(key), where)),
    put: (info, where) => put(under(model.put(item(info)), where)),
    patch(key, changes, { where, indexed } = {}) {
      const patched = model.patch(key).set(written(changes));
      return update(under(indexed ? patched.composite(indexed) : patched, where));
    },
    remove: (key, where) => remove(under(model.delete(key), where)),
    // The values of an item include those of its key.
    keyOf: (info) => itemOf(info) as unknown as KeyOf<A, K>,
  };
}

/** How a document tells that it moved since it was read. */
function guarding<A extends Attributes, K extends Keys, I extends Record<string, Index>, Info extends object>({
  guard = "version" as keyof A & keyof Info & string,
  attributes,
  empty,
}: Shape<A, K, I, Info>) {
  const isUnsaved = (info: Info | undefined): boolean =>
    info === undefined || (empty !== undefined && Number(info[guard]) === 0);
  const still =
    (before: Info | undefined): Where<Attributes> =>
    (row, { eq, notExists }) =>
      before === undefined || isUnsaved(before) ? notExists(row[guard]) : eq(row[guard], before[guard]);
  const next = (before: Info | undefined, after: Info): Info =>
    attributes[guard] === "number" ? { ...after, [guard]: Number(before?.[guard] ?? 0) + 1 } : after;
  return { isUnsaved, still, next };
}
