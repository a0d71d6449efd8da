import { type Reading, recent } from "@yigong/core/lib/reading.ts";
import { yearOf } from "@yigong/core/lib/time.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { decimal } from "@yigong/core/points/decimal.ts";
import type { Ledger } from "@yigong/core/points/points.store.ts";
import { issuerOf, type Line } from "@yigong/core/points/points.ts";
import type { Issuers, Scorer } from "../manifest/scorer.ts";
import type { Own, Personal } from "../message/send-message.ts";

/** What a message about points says to each person: their sum, and what it is made of. */
export const personalPoints =
  (deps: {
    issuers: Issuers;
    scorers: readonly Pick<Scorer, "kind" | "template">[];
    members: { getMany(ids: readonly string[], reading?: Reading): Promise<Member[]> };
    ledger: Pick<Ledger, "entriesOf">;
    zone: string;
  }) =>
  async (effect: EffectOf<"message.send">, people: readonly { id: string }[]): Promise<Personal> => {
    const kind = deps.scorers.find(({ template }) => template === effect.template)?.kind;
    if (kind === undefined || effect.activityId === undefined) return new Map();
    const issuer = await deps.issuers.find(effect.activityId);
    if (!issuer) return new Map();
    const year = yearOf(issuer.endedAt, deps.zone);
    const members = await deps.members.getMany(
      people.map(({ id }) => id),
      recent,
    );
    const own = async (member: Member) => {
      const { items } = await deps.ledger.entriesOf(member.pseudonym, year, { limit: 200 });
      const entry = items.find((item) => item.debit === issuerOf(issuer.id) && item.kind === kind);
      return [member.id as string, ownOf(effect, entry)] as const;
    };
    return new Map(await Promise.all(members.map(own)));
  };

/** Without a grade the message leaves that part out: no points for it are not 0 points for it. */
function ownOf({ template }: { template: string }, entry: { points: number; lines: readonly Line[] } | undefined): Own {
  const { points, lines } = entry ?? { points: 0, lines: [] };
  const worth = (rule: Line["rule"]) => decimal(lines.find((line) => line.rule === rule)?.points ?? 0);
  const sums = { points: decimal(points), attendancePoints: worth("attendance"), workdayPoints: worth("halfDay") };
  const graded = lines.some(({ rule }) => rule === "grade");
  if (template === "points.posted" && !graded) return { params: sums, words: "points.postedUngraded" };
  return { params: { ...sums, gradePoints: worth("grade") } };
}
