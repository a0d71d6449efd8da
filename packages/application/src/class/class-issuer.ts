import { sessionsGiven } from "@yigong/core/class/attendance.ts";
import type { Classes } from "@yigong/core/class/class.store.ts";
import type { Info as Class } from "@yigong/core/class/class.ts";
import { endOf } from "@yigong/core/class/class.ts";
import { scoreTraining } from "@yigong/core/points/rules.ts";
import type { Issuer, Scorer } from "../manifest/scorer.ts";
import { tellAbout } from "./class-effects.ts";

/** A class as an issuer of points: its year is that of its end. */
export const issuerOf = (one: Class): Issuer => ({ id: one.id, title: one.course.title, endedAt: endOf(one) });

/** Scores the sessions that members gave: they earn points, and are never certifiable hours. @source docs/domain.md I2 */
export const trainingScorer = ({ classes }: { classes: Pick<Classes, "get" | "attendances"> }): Scorer => ({
  prefix: "cls",
  kind: "training",
  template: "class.pointsPosted",
  async score({ id }, rules) {
    const [one, rows] = await Promise.all([classes.get(id), classes.attendances(id)]);
    const given = sessionsGiven(one, rows);
    return one.trainerIds.map((memberId) => ({
      memberId,
      lines: scoreTraining(given.length, rules),
      evidence: given.map((sessionId) => `class#${id}#session#${sessionId}`),
    }));
  },
  tell: ({ id, title }, causes, at) =>
    tellAbout(
      { id: id as Class["id"] },
      {
        template: "class.pointsPosted",
        params: { title },
        memberIds: causes.map(({ memberId }) => memberId),
        cause: "points",
        at,
      },
    ),
});
