import { z } from "@hono/zod-openapi";
import type { RollLine } from "@yigong/application/attendance/list-roll.ts";
import type { Synced } from "@yigong/application/attendance/synced.ts";
import type { Info as Attendance } from "@yigong/core/attendance/attendance.ts";
import { OUTCOMES } from "@yigong/core/attendance/phone-entry.ts";
import { SOURCES, sourceOf } from "@yigong/core/attendance/source.ts";
import type { Info as Steward } from "@yigong/core/attendance/steward.ts";
import type { Language } from "@yigong/core/language/index.ts";
import { text } from "@yigong/core/language/index.ts";
import type { Refusal } from "@yigong/core/lib/error.ts";
import { sayIn } from "@yigong/core/lib/refusals.ts";
import { showValue } from "../lib/show-value.ts";

/** What stands about somebody in a session, and who wrote it. */
const StandsView = z
  .object({
    state: z.enum(["present", "absent"]),
    source: z.enum(SOURCES),
    sourceText: z.string(),
    by: z.string(),
    byName: z.string(),
    /** Since when they are there, or when they were called absent. */
    at: z.string(),
    checkedOutAt: z.string().optional(),
    statedHalfDays: z.int().optional(),
    excused: z.boolean().optional(),
    why: z.string().optional(),
    /** To be sent back as `seen` by an entry that knows of it. */
    version: z.int(),
  })
  .openapi("Stands");

type NameOf = (memberId: string) => string;

/** @param nameOf - how the people who write rows are called */
export const standsView = (row: Attendance, nameOf: NameOf, language: Language): z.output<typeof StandsView> => {
  const source = sourceOf(row);
  const said = row.state === "present" ? presence(row) : { at: row.at, excused: row.excused, why: row.why };
  const sourceText = text(language, `attendance.source.${source}`);
  return { ...said, state: row.state, source, sourceText, by: row.by, byName: nameOf(row.by), version: row.version };
};

const presence = (row: Extract<Attendance, { state: "present" }>) => ({
  at: row.checkedInAt,
  ...(row.checkedOutAt === undefined ? {} : { checkedOutAt: row.checkedOutAt }),
  ...(row.stated === undefined ? {} : { statedHalfDays: row.stated.halfDays }),
});

/** The list that a leader's phone keeps. */
export const RollView = z
  .object({
    /** The server's clock: what a phone's entries are corrected by. */
    serverTime: z.string(),
    activity: z.object({ id: z.string(), title: z.string(), place: z.string() }),
    session: z.object({ id: z.string(), startsAt: z.string(), endsAt: z.string() }),
    /** From when on people are put down, and until when without a second person. */
    opensAt: z.string(),
    closesAt: z.string(),
    /** Whether this person may call people present and absent, or only check them in. */
    mayCall: z.boolean(),
    people: z.array(
      z.object({
        memberId: z.string(),
        name: z.string(),
        employeeNumber: z.string().optional(),
        teams: z.array(z.string()),
        /** Masked. */
        mobile: z.string().optional(),
        placed: z.boolean(),
        mayBeAbsent: z.boolean(),
        /** Said that they cannot come, and why. */
        cannot: z.string().optional(),
        stands: StandsView.optional(),
        /** "代签?": checked in with a browser that checked more than three people in. */
        sharedDevice: z.boolean(),
      }),
    ),
  })
  .openapi("Roll");

export const lineView = (
  { teamIds, row, ...line }: RollLine,
  { nameOf, teamOf, language }: { nameOf: NameOf; teamOf: NameOf; language: Language },
) => ({
  ...line,
  teams: teamIds.map(teamOf),
  ...(row ? { stands: standsView(row, nameOf, language) } : {}),
});

/** What became of the entries of a phone. */
export const SyncedView = z
  .object({
    serverTime: z.string(),
    entries: z.array(
      z.object({
        key: z.string(),
        memberId: z.string(),
        outcome: z.enum(OUTCOMES),
        outcomeText: z.string(),
        /** What stands now. */
        stands: StandsView.optional(),
        /** Why it was refused: a stable code, and words. */
        refusal: z.object({ code: z.string(), detail: z.string() }).optional(),
        /** Whole hours by which it came after the end of its session. */
        lateHours: z.int().optional(),
      }),
    ),
  })
  .openapi("SyncedRollCall");

const detailOf = ({ said, message }: Refusal, language: Language, zone: string): string =>
  said ? sayIn(language, said, showValue(language, { zone, names: new Map() })) : message;

export const syncedView = (
  { key, memberId, outcome, row, refusal }: Synced,
  {
    nameOf,
    language,
    lateHours,
    zone,
  }: { nameOf: NameOf; language: Language; lateHours: number | undefined; zone: string },
) => ({
  ...{ key, memberId, outcome, outcomeText: text(language, `attendance.outcome.${outcome}`) },
  ...(row ? { stands: standsView(row, nameOf, language) } : {}),
  ...(refusal ? { refusal: { code: refusal.code, detail: detailOf(refusal, language, zone) } } : {}),
  ...(lateHours === undefined ? {} : { lateHours }),
});

export const StewardView = z
  .object({ memberId: z.string(), name: z.string(), namedBy: z.string(), namedAt: z.string() })
  .openapi("Steward");

export const stewardView = ({ memberId, namedBy, namedAt }: Steward, nameOf: NameOf) => ({
  memberId,
  name: nameOf(memberId),
  namedBy,
  namedAt,
});
