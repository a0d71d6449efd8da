import { useQuery } from "@tanstack/react-query";
import { call, type Given } from "../../shared/api/call.ts";
import type { Answers, Reading } from "../../shared/api/routes.ts";
import { nextLook } from "../../shared/api/use-reading.ts";

interface Paged<Row> {
  items: Row[];
  cursor?: string | undefined;
}
export type Listed = { [R in Reading]: Answers[R] extends Paged<never> | { items: unknown[] } ? R : never }[Reading];
export type ItemOf<R extends Listed> = Answers[R] extends { items: (infer Row)[] } ? Row : never;

/** Every page of a list, one after another. */
export async function readAll<R extends Listed>(
  route: R,
  given: Given<R> = {},
  tell: (count: number) => void = () => undefined,
): Promise<ItemOf<R>[]> {
  const rows: ItemOf<R>[] = [];
  let cursor: string | undefined;
  do {
    const query = { ...given.query, limit: 200, ...(cursor ? { cursor } : {}) };
    const page = (await call(route as "GET /members", { ...given, query } as never)) as unknown as Paged<ItemOf<R>>;
    rows.push(...page.items);
    tell(rows.length);
    cursor = page.cursor;
  } while (cursor);
  return rows;
}

interface Options {
  live?: boolean;
  enabled?: boolean;
}

/** A whole list, for what is bounded by nature: the people of one activity, its files, the units. */
export const useAll = <R extends Listed>(
  route: R,
  given: Given<R> = {},
  { live = true, enabled = true }: Options = {},
) =>
  useQuery<ItemOf<R>[]>({
    queryKey: [route, "all", given.path ?? {}, given.query ?? {}],
    queryFn: ({ signal }) => readAll(route, { ...given, signal }),
    enabled,
    refetchInterval: live ? () => nextLook(document.hidden, Math.random()) : false,
    refetchIntervalInBackground: true,
  });
