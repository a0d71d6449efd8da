import type { Service } from "@yigong/core/attendance/outcome.ts";
import { scoreService } from "@yigong/core/points/rules.ts";
import type { GradeOf, Scorer } from "../manifest/scorer.ts";

/** The key of an attendance without its person: the ledger knows nobody but by pseudonym. */
export const impersonal = (key: string, memberId: string): string => key.replace(`#${memberId}`, "");

/** Scores who was present in an activity, by check-ins, workdays and the grade. @source docs/domain.md I2 */
export const serviceScorer = ({
  served,
  gradeOf,
}: {
  served: (issuer: { id: string }) => Promise<readonly Service[]>;
  gradeOf: GradeOf;
}): Scorer => ({
  prefix: "act",
  kind: "service",
  template: "points.posted",
  async score(issuer, rules) {
    const [services, graded] = await Promise.all([served(issuer), gradeOf(issuer)]);
    return services.map(({ memberId, evidence, ...service }) => ({
      memberId,
      evidence: evidence.map((key) => impersonal(key, memberId)),
      lines: scoreService({ ...service, grade: graded.grade }, rules),
      ...graded,
    }));
  },
  // One row for all: who attended is who has points for service, and a row with their ids would be some kilobytes.
  tell: ({ id, title }, _, at) => [
    {
      kind: "message.send",
      id: `message.send#points.posted#${id}`,
      template: "points.posted",
      params: { title },
      to: { kind: "activity", activityId: id, who: "attended" },
      dueAt: at,
      activityId: id,
    },
  ],
});
