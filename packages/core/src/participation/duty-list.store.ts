import { sharedInFlight } from "../lib/in-flight.ts";
import { type Table, transact } from "../lib/table.ts";
import type { List } from "./duty.ts";
import { dutyListDocuments } from "./participation.row.ts";

/** Duty lists: written once, never changed. */
export interface DutyLists {
  /** Fixes the list of an activity, unless it is fixed already. @returns the list that holds from now on */
  fix(activityId: string, memberIds: readonly string[], at: string): Promise<List>;
  /** The list, or undefined before recruitment opened and for activities without a duty. */
  find(activityId: string): Promise<List | undefined>;
}

const PART = 2_000;
const REMEMBERED = 50;

export function dynamoDutyLists(table: Table): DutyLists {
  const parts = dutyListDocuments(table);
  const remembered = new Map<string, List>();
  const reading = sharedInFlight<List | undefined>();

  /** A list never changes, so one that was read once is remembered: every sign-up asks for it. */
  function remember(list: List): List {
    const oldest = remembered.keys().next().value;
    if (remembered.size >= REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    remembered.set(list.activityId, list);
    return list;
  }

  const find = async (activityId: string) =>
    remembered.get(activityId) ?? (await reading(activityId, () => read(activityId)));

  async function read(activityId: string) {
    const found = await parts.all("key", { activityId }, { limit: 200 });
    const [first] = found;
    if (!first) return undefined;
    return remember({ activityId, memberIds: found.flatMap((part) => part.memberIds), fixedAt: first.fixedAt });
  }

  async function fix(activityId: string, memberIds: readonly string[], at: string) {
    const sorted = [...new Set(memberIds)].sort();
    const count = Math.max(1, Math.ceil(sorted.length / PART));
    const ops = Array.from({ length: count }, (_, part) => {
      const item = { activityId, part, memberIds: sorted.slice(part * PART, (part + 1) * PART), fixedAt: at };
      return parts.ops.create(item);
    });
    const { ok } = await transact(table, ops);
    if (ok) return remember({ activityId, memberIds: sorted, fixedAt: at });
    return (await find(activityId)) ?? { activityId, memberIds: [], fixedAt: at };
  }

  return { fix, find };
}
