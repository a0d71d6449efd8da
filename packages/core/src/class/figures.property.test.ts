import fc from "fast-check";
import { expect, it } from "vitest";
import { AUDIENCES, KINDS } from "../course/kinds.ts";
import { type Info as Attendance, note, takeBack } from "./attendance.ts";
import type { Info as Class } from "./class.ts";
import { figuresOf } from "./figures.ts";

const at = "2026-05-01T00:00:00.000Z";
const act = { at, by: "mem_t" };

const aClass = fc.record({
  kind: fc.constantFrom(...KINDS),
  audience: fc.constantFrom(...AUDIENCES),
  trainers: fc.integer({ min: 0, max: 2 }),
  state: fc.constantFrom("closed", "closed", "closed", "open", "cancelled"),
  /** Who is put down and taken back, in this order: `[person, session, whether taken back]`. */
  acts: fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 2 }), fc.boolean()), {
    maxLength: 40,
  }),
});

/** A history with corrections as rows of a class. */
function lived(
  { kind, audience, trainers, state, acts }: typeof aClass extends fc.Arbitrary<infer T> ? T : never,
  index: number,
) {
  const one = {
    id: `cls_${index}`,
    course: { title: "课", kind, audience },
    trainerIds: Array.from({ length: trainers }, (_, trainer) => `mem_t${trainer}`),
    ...(state === "closed" ? { closed: act } : {}),
    ...(state === "cancelled" ? { cancelled: { ...act, reason: "雨" } } : {}),
  } as unknown as Class;
  const rows = new Map<string, Attendance>();
  for (const [person, session, isBack] of acts) {
    const key = { classId: one.id, sessionId: `ses_${session}`, memberId: `mem_${person}` };
    const id = `${key.memberId} ${key.sessionId}`;
    const before = rows.get(id);
    if (!isBack) rows.set(id, note(before, { ...key, how: "roll", ...act }));
    else if (before && !before.void) rows.set(id, takeBack(before, { ...act, reason: "点错" }));
  }
  return { one, attendances: [...rows.values()] };
}

it("adds up by kinds, and no attendance is in two figures, whatever was put down and taken back", () => {
  fc.assert(
    fc.property(fc.array(aClass, { maxLength: 12 }), (made) => {
      const classes = made.map(lived);
      const { trained, taught } = figuresOf(classes, () => true);
      const sum = KINDS.reduce((total, kind) => total + trained[kind].attendances, 0);
      const standing = classes.flatMap(({ one, attendances }) =>
        one.closed ? attendances.filter((row) => !row.void).map(() => one) : [],
      );
      const both = new Set(KINDS.flatMap((kind) => trained[kind].classes.map(({ classId }) => classId)));

      expect(trained.total.attendances).toBe(sum);
      expect(taught.classes.filter(({ classId }) => both.has(classId))).toEqual([]);
      expect(sum).toBe(standing.filter(({ course }) => course.audience === "volunteers").length);
      expect(taught.attendances).toBe(
        standing.filter(({ course, trainerIds }) => course.audience === "employees" && trainerIds.length > 0).length,
      );
      expect(trained.total.people).toBeLessThanOrEqual(trained.total.attendances);
    }),
  );
});

it("changes by one when one record is taken away", () => {
  fc.assert(
    fc.property(aClass, fc.nat(), (made, which) => {
      const { one, attendances } = lived({ ...made, state: "closed", audience: "volunteers" }, 0);
      const standing = attendances.filter((row) => !row.void);
      fc.pre(standing.length > 0);
      const gone = standing[which % standing.length];
      const less = attendances.map((row) => (row === gone ? takeBack(row, { ...act, reason: "点错" }) : row));
      const total = (rows: Attendance[]) =>
        figuresOf([{ one, attendances: rows }], () => true).trained.total.attendances;

      expect(total(attendances) - total(less)).toBe(1);
    }),
  );
});
