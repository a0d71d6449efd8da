import { z } from "@hono/zod-openapi";
import { ClassAttendance, TrainingClass } from "@yigong/core/class/index.ts";
import { KINDS } from "@yigong/core/course/kinds.ts";
import { Result } from "@yigong/core/result/index.ts";

const Person = z.object({ memberId: z.string(), name: z.string(), employeeNumber: z.string() });

/** Where a class stands. */
const State = z.enum(["planned", "going", "over", "closed", "cancelled"]);

/** A class with who teaches it, and how many have a seat or wait in each session. */
export const ClassView = TrainingClass.Info.omit({ sessions: true })
  .extend({
    state: State,
    trainers: z.array(Person),
    sessions: z.array(
      TrainingClass.Info.shape.sessions.element
        .omit({ positions: true })
        .extend({ seats: z.int(), placed: z.int(), waiting: z.int() }),
    ),
    startsAt: z.string(),
    endsAt: z.string(),
  })
  .openapi("TrainingClass");

const Seat = z.object({ sessionId: z.string(), state: z.enum(["placed", "waiting"]), number: z.int() });

/** Everybody who is or was in a class, with seats, attendances and result. */
export const ClassPeople = z
  .object({
    items: z.array(
      Person.extend({
        department: z.string().optional(),
        seats: z.array(Seat),
        attended: z.array(z.object({ sessionId: z.string(), how: ClassAttendance.How })),
        /** Corrections that wait for a second person. */
        asked: z.array(
          z.object({ sessionId: z.string(), present: z.boolean(), reason: z.string(), by: z.string(), at: z.string() }),
        ),
        result: Result.Info.omit({ classId: true, courseId: true, title: true, memberId: true }).optional(),
      }),
    ),
  })
  .openapi("ClassPeople");

/** The reader's own seats in a class, and what keeps them from one. */
export const OwnSeats = z
  .object({
    sessions: z.array(
      z.object({
        sessionId: z.string(),
        seat: z.enum(["placed", "waiting"]).optional(),
        queue: z.int().optional(),
        present: z.boolean(),
        faults: z.array(z.object({ code: z.string(), message: z.string() })),
        onShift: z.object({ from: z.string(), to: z.string() }).optional(),
        isAway: z.boolean(),
      }),
    ),
    result: Result.Info.optional(),
  })
  .openapi("OwnClassSeats");

/** The reader's classes that are ahead, those that they teach, and their results. */
export const OwnClasses = z
  .object({
    ahead: z.array(
      z.object({
        classId: z.string(),
        title: z.string(),
        place: z.string(),
        sessionId: z.string(),
        startsAt: z.string(),
        endsAt: z.string(),
        state: z.enum(["placed", "waiting"]),
      }),
    ),
    teaches: z.array(ClassView),
    results: z.array(Result.Info),
  })
  .openapi("OwnClasses");

const Counted = z.object({ classId: z.string(), title: z.string(), kind: z.enum(KINDS), attendances: z.int() });
const Sum = z.object({ attendances: z.int(), people: z.int(), classes: z.array(Counted) });

/** What training came to in a year, with the classes behind each figure. */
export const TrainingFiguresView = z
  .object({
    year: z.int(),
    trained: z.object({ internal: Sum, external: Sum, outward: Sum, total: Sum.omit({ classes: true }) }),
    taught: Sum,
    open: z.array(z.object({ classId: z.string(), title: z.string() })),
  })
  .openapi("TrainingFigures");

export const ClassScreen = z
  .object({
    code: z.string(),
    url: z.string(),
    svg: z.string(),
    validUntil: z.string(),
    upcoming: z.array(z.object({ code: z.string(), url: z.string(), svg: z.string(), validFrom: z.string() })),
    arrived: z.int(),
    expected: z.int(),
  })
  .openapi("ClassScreen");
