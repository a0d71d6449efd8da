import { documents } from "../lib/documents.ts";
import type { Table } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import { resultRefusal } from "./result.refusals.ts";
import * as Result from "./result.ts";

/** What a decision on a result writes together. */
export interface Decision extends Caused {
  item: Result.Info;
}

interface Key {
  classId: string;
  memberId: string;
}

/** Results of classes. */
export interface Results {
  /** Those of a class, in the order of the members' ids. */
  of(classId: string): Promise<Result.Info[]>;
  /** One person's, the latest class first. Eventually consistent. */
  ofMember(memberId: string): Promise<Result.Info[]>;
  /** One person's as they stand, with that of a class that was just written: what certificates come to is decided by it. */
  standing(key: Key): Promise<Result.Info[]>;
  /** Gives a result where there may be none yet. @throws `store.busy`, whatever `decide` throws */
  give(key: Key, at: string, decide: (held: Result.Info | undefined) => Decision): Promise<Result.Info>;
  /** @throws `result.missing`, `store.busy`, whatever `decide` throws */
  correct(key: Key, at: string, decide: (held: Result.Info) => Decision): Promise<Result.Info>;
}

export const resultDocuments = documents({
  entity: "result",
  schema: Result.Info,
  attributes: { classId: "string", memberId: "string", day: "string", version: "number" },
  key: { pk: "results#${classId}", sk: "${memberId}" },
  indexes: { byMember: { on: "gsi1", pk: "results#${memberId}", sk: "${day}#${classId}" } },
  itemOf: ({ classId, memberId, day, version }) => ({ classId, memberId, day, version }),
  missing: () => resultRefusal("result.missing"),
});

export function dynamoResults(table: Table): Results {
  const rows = resultDocuments(table);
  return {
    of: (classId) => rows.all("key", { classId }),
    ofMember: (memberId) => rows.all("byMember", { memberId }, { order: "desc" }),
    async standing({ classId, memberId }) {
      const known = (await rows.all("byMember", { memberId })).map((one) => one.classId);
      return rows.getMany([...new Set([...known, classId])].map((one) => ({ classId: one, memberId })));
    },
    async give(key, at, decide) {
      const given = await rows.changeOrCreate(key, decide, (decision) => causedOps(table, decision, at));
      if (!given) throw resultRefusal("result.missing");
      return given;
    },
    correct: (key, at, decide) => rows.change(key, decide, (decision) => causedOps(table, decision, at)),
  };
}
