import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Info as Activity } from "./activity.ts";
import { FIELDS } from "./revise.ts";
import { type Notice, noticesOf, TOLD_FIELDS } from "./told-by-change.ts";

const id = (prefix: string, end: number) => `${prefix}_${String(end).padStart(26, "0")}`;
const at = "2026-09-02T00:00:00.000Z";
const day = (number: number, hour: number) => `2026-09-${String(number).padStart(2, "0")}T0${hour}:00:00.000Z`;

const sessionOn = (index: number, startsOn: number) => ({
  id: id("ses", index),
  startsAt: day(startsOn, 1),
  endsAt: day(startsOn, 4),
  positions: [{ id: id("pos", index), name: "服务员", headCount: 3, requiredSkills: [] }],
});
const activityOf = (sessions: object[]) =>
  Activity.parse({
    id: id("act", 1),
    organizerId: id("mem", 1),
    title: "净滩行",
    description: "清理垃圾",
    place: "凤城河",
    risks: "路滑",
    origin: "alliance",
    scope: "general",
    beneficiary: "society",
    purposes: [],
    audience: { branchIds: [], teamIds: [] },
    minimumPeople: 0,
    servedParty: { kind: "none", reason: "公共环境" },
    recruitUntil: day(8, 1),
    surveyDays: 7,
    sessions,
    createdAt: at,
    version: 0,
  });

const OTHER = {
  title: "清河行",
  place: "东风河",
  risks: "水深",
  description: "另说",
  insurance: { kind: "company" },
  contact: { name: "王敏", phone: "8000" },
  minimumPeople: 1,
  programme: "护河",
  purposes: ["service"],
  servedParty: { kind: "none", reason: "另说" },
} as const satisfies Partial<Record<(typeof FIELDS)[number], unknown>>;

type Fate = "stays" | "moves" | "cancelled";
const change = fc.record({
  fates: fc.array(fc.constantFrom<Fate>("stays", "moves", "cancelled"), { minLength: 1, maxLength: 4 }),
  fields: fc.subarray([...FIELDS]),
  added: fc.boolean(),
});
/** Sessions that somebody is in, whether they wait there, and whether they are on the duty list. */
const person = fc.record({ places: fc.subarray([0, 1, 2, 3]), waits: fc.boolean(), onDuty: fc.boolean() });

function changed({ fates, fields, added }: { fates: Fate[]; fields: (typeof FIELDS)[number][]; added: boolean }) {
  const sessions = fates.map((_, index) => sessionOn(index, 10 + index));
  const before = activityOf(sessions);
  const after = activityOf([
    ...sessions.map((session, index) => {
      if (fates[index] === "moves") return { ...session, endsAt: day(10 + index, 6) };
      return fates[index] === "cancelled" ? { ...session, cancelled: { at, by: "mem", reason: "暴雨" } } : session;
    }),
    ...(added ? [sessionOn(9, 20)] : []),
  ]);
  return {
    before,
    after: { ...after, ...Object.fromEntries(fields.map((field) => [field, OTHER[field]])) } as Activity,
  };
}

interface Standing {
  places: readonly number[];
  waits: boolean;
  undecided: boolean;
}

/** Whether a notice reaches somebody, as `find-place-audience.ts` resolves it. */
const reaches = (notice: Notice, { places, waits, undecided }: Standing): boolean => {
  if (notice.who === "waiting") return waits && places.length > 0;
  if (undecided) return true;
  if (notice.who === "undecided") return false;
  return places.some((place) => notice.sessionId === undefined || notice.sessionId === id("ses", place));
};

describe("who is told of a change", () => {
  it("is everybody for whom something is otherwise, once for each thing, and nobody else", () => {
    void fc.assert(
      fc.property(change, person, (said, { places: wished, waits, onDuty }) => {
        const places = wished.filter((place) => place < said.fates.length);
        const { before, after } = changed(said);
        const undecided = onDuty && places.length === 0;
        const told = noticesOf(before, after, at).filter((notice) => reaches(notice, { places, waits, undecided }));
        const mine = (fate: Fate) =>
          said.fates.filter((one, index) => one === fate && (undecided || places.includes(index))).length;
        const concerned = undecided || places.length > 0;
        const text = concerned && said.fields.some((field) => TOLD_FIELDS.includes(field)) ? 1 : 0;

        expect(told.filter(({ what }) => what === "revised" || what === "risksChanged")).toHaveLength(text);
        expect(told.filter(({ what }) => what === "sessionMoved")).toHaveLength(mine("moves"));
        // Whoever has a place in a cancelled session is told in the transaction that ends it.
        expect(told.filter(({ what }) => what === "sessionCancelled")).toHaveLength(undecided ? mine("cancelled") : 0);
        expect(told.filter(({ what }) => what === "sessionAdded")).toHaveLength(
          said.added && (undecided || (waits && places.length > 0)) ? 1 : 0,
        );
        expect(new Set(told.map(({ what, sessionId }) => `${what} ${sessionId}`)).size).toBe(told.length);
      }),
    );
  });

  it("asks for consent when the risks are among what changed", () => {
    const { before, after } = changed({ fates: ["stays"], fields: ["place", "risks"], added: false });

    expect(noticesOf(before, after, at)).toMatchObject([{ what: "risksChanged", who: "participants" }]);
  });

  it("is nobody once the activity is over, nor when only the record is set right", () => {
    const { before, after } = changed({ fates: ["stays"], fields: ["place"], added: false });

    expect(noticesOf(before, after, day(11, 1))).toEqual([]);
    expect(noticesOf(before, { ...before, description: "另说" }, at)).toEqual([]);
  });
});
