import { LINES } from "@yigong/core/award/part.ts";
import type { Key } from "@yigong/core/award/run.ts";
import type { Page, PageRequest } from "@yigong/core/lib/page.ts";
import { storeRefusal } from "@yigong/core/lib/store.refusals.ts";
import type { AwardDeps } from "./award-stores.ts";
import { partsFor, readPart } from "./standing-parts.ts";

/** A line and whom it is about. */
export interface Named<Value> {
  value: Value;
  memberId: string;
  name: string;
  employeeNumber?: string | undefined;
}

const startOf = (cursor: string | undefined): number => {
  const at = Number(cursor ?? 0);
  if (!Number.isSafeInteger(at) || at < 0) throw storeRefusal("page.bad_cursor");
  return at;
};

/** One page of a run's lines that match, with names as they are now; no more parts are read than the page needs. */
export async function pageOfLines<Value>(
  deps: Pick<AwardDeps, "awards" | "members">,
  where: { key: Key; digest: string; lines: number },
  { matches, limit, cursor }: PageRequest & { matches: (value: Value) => boolean },
): Promise<Page<Named<Value>>> {
  const found: { value: Value; memberId: string }[] = [];
  const from = startOf(cursor);
  let at = from;
  for (let part = Math.floor(from / LINES); part < partsFor(where.lines, LINES) && at < where.lines; part += 1) {
    const { values, memberIds } = await readPart<Value>(deps.awards, where.key, { digest: where.digest, part });
    for (; at < part * LINES + values.length; at += 1) {
      const value = values[at - part * LINES];
      if (value === undefined || !matches(value)) continue;
      if (found.length === limit) return named(deps, found, String(at));
      found.push({ value, memberId: memberIds[at - part * LINES] ?? "" });
    }
  }
  return named(deps, found, undefined);
}

async function named<Value>(
  { members }: Pick<AwardDeps, "members">,
  found: readonly { value: Value; memberId: string }[],
  cursor: string | undefined,
): Promise<Page<Named<Value>>> {
  const ids = [...new Set(found.map(({ memberId }) => memberId).filter((id) => id !== ""))];
  const known = new Map((await members.getMany(ids)).map((member) => [member.id as string, member]));
  const items = found.map((one) => {
    const member = known.get(one.memberId);
    return { ...one, name: member?.name ?? "", employeeNumber: member?.employeeNumber };
  });
  return { items, cursor };
}
