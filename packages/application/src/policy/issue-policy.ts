import { entryOf } from "@yigong/core/audit/audit.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { TrainingPolicy } from "@yigong/core/policy/index.ts";
import type { Policies } from "@yigong/core/policy/policy.store.ts";

export interface PolicyDeps {
  policies: Policies;
  newId: NewId;
}

interface Acting {
  by: By;
  /** ISO-8601 UTC. */
  at: string;
}

/** Writes a training policy in its first version. @throws those of `TrainingPolicy.begin` */
export const beginPolicy =
  ({ policies, newId }: PolicyDeps) =>
  async (writing: TrainingPolicy.Writing, { id, by, at }: Acting & { id: TrainingPolicy.Id }): Promise<void> => {
    const policy = TrainingPolicy.begin(writing, { id, by: by.actorId, at });
    const detail = { number: 1, effectiveOn: writing.effectiveOn };
    await policies.begin(policy, {
      audit: [entryOf(newId, { subjectId: id, at, action: "policy.issue", by, detail })],
      effects: [],
    });
  };

/** Issues the next version of a training policy. @throws `policy.missing`, those of `TrainingPolicy.issue` */
export const issuePolicy =
  ({ policies, newId }: PolicyDeps) =>
  async (
    policyId: string,
    issue: TrainingPolicy.Issue,
    { by, at, version }: Acting & { version: number },
  ): Promise<void> => {
    await policies.change(policyId, at, (held) => {
      const item = TrainingPolicy.issue(held, issue, { by: by.actorId, at, version });
      const detail = { number: TrainingPolicy.latest(item).number, effectiveOn: issue.effectiveOn };
      const audit = [entryOf(newId, { subjectId: policyId, at, action: "policy.issue", by, detail })];
      return { item, audit, effects: [] };
    });
  };
