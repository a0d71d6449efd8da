import { describe, expect, it } from "vitest";
import type { UnitInfo } from "../organization/organization.ts";
import {
  ENDS,
  activity as held,
  member,
  memberId,
  row,
  STARTS,
  session,
  sessionId,
} from "../participation/participation.builder.ts";
import type { Info as Participation } from "../participation/participation.ts";
import type { Info as Shift } from "../shift/shift.ts";
import { accept, annul, offer } from "./answer.ts";
import type { Info, Open } from "./cover.ts";
import { openNeed } from "./need.builder.ts";
import { computeNeeds, reconcile } from "./needs.ts";

const unit = (number: number) => `unit_${String(number).padStart(26, "0")}` as UnitInfo["id"];
const at = "2026-09-10T10:00:00.000Z";
/** Service is from 01:00 to 05:00 UTC. */
const shift = (owner: number, from: string, to: string, over: Partial<Shift> = {}): Shift => ({
  id: `shf_${String(owner).padStart(26, "0")}` as Shift["id"],
  memberId: memberId(owner),
  postId: unit(1),
  startsAt: `2026-09-12T${from}:00.000Z`,
  endsAt: `2026-09-12T${to}:00.000Z`,
  coverableBy: [],
  day: "2026-09-12",
  ...over,
});
const members = new Map([1, 2, 3].map((number) => [memberId(number) as string, member(number)]));
const computed = (shifts: Shift[], participations: Participation[] = [row(1, 1)], over = {}) =>
  computeNeeds({
    activity: held(over),
    participations,
    shifts,
    members,
    coverableBy: new Map([[unit(1), [unit(2)]]]),
    at,
  });

describe("a need", () => {
  it.each([
    ["that starts and ends within the service", "02:00", "03:00", 1],
    ["around the service", "00:00", "09:00", 1],
    ["that ends when the service begins", "00:00", "01:00", 0],
    ["that ends a minute into the service", "00:00", "01:01", 1],
    ["that begins when the service ends", "05:00", "09:00", 0],
    ["that begins a minute before the service ends", "04:59", "09:00", 1],
  ])("follows from a shift %s: %s to %s", (_, from, to, needs) => {
    expect(computed([shift(1, from, to)])).toHaveLength(needs);
  });

  it("is the whole shift, with its post, who may cover it, and the participant's unit of that day", () => {
    const affiliations = [
      { from: "2010-01-01", departmentId: unit(5), branchId: unit(6) },
      { from: "2026-09-12", departmentId: unit(7), branchId: unit(8) },
    ];
    const known = new Map([[memberId(1) as string, member(1, { affiliations })]]);
    const posts = new Map([[unit(1), [unit(2), unit(3)]]]);
    const shifts = [shift(1, "00:00", "09:00", { coverableBy: [unit(3), unit(4)] })];
    const participations = [row(1, 1)];

    expect(
      computeNeeds({ activity: held(), participations, shifts, members: known, coverableBy: posts, at }),
    ).toMatchObject([
      {
        status: "open",
        participantId: memberId(1),
        from: "2026-09-12T00:00:00.000Z",
        to: "2026-09-12T09:00:00.000Z",
        coverableBy: [unit(2), unit(3), unit(4)],
        departmentId: unit(7),
        branchId: unit(8),
      },
    ]);
  });

  it.each(["waiting", "released", "withdrawn"] as const)("is nobody's who is %s", (state) => {
    expect(computed([shift(1, "02:00", "03:00")], [row(1, 1, state)])).toEqual([]);
  });

  it("is one for one shift, in however many sessions", () => {
    const sessions = [
      session(20),
      session(20, { id: sessionId(2), startsAt: ENDS, endsAt: "2026-09-12T08:00:00.000Z" }),
    ];
    const participations = [row(1, 1), row(1, 1, "placed", { sessionId: sessionId(2) })];

    expect(computed([shift(1, "02:00", "07:00")], participations, { sessions })).toHaveLength(1);
  });

  it("looks at the session in which somebody serves, where it is now", () => {
    const moved = [session(20, { startsAt: "2026-09-12T09:00:00.000Z", endsAt: "2026-09-12T10:00:00.000Z" })];

    expect(computed([shift(1, "02:00", "03:00")], [row(1, 1)], { sessions: moved })).toEqual([]);
    expect(computed([shift(1, "09:30", "11:00")], [row(1, 1)], { sessions: moved })).toHaveLength(1);
  });

  it.each(["team", "self"] as const)("never arises in an activity of origin %s", (origin) => {
    expect(computed([shift(1, "02:00", "03:00")], [row(1, 1)], { origin })).toEqual([]);
  });
});

describe("computing again", () => {
  const need = openNeed("mem_1", { from: STARTS });
  const asked = offer(need, { memberId: "mem_2", at, expiresAt: STARTS });
  const agreed = accept(asked, { memberId: "mem_2", at });
  const now = (wanted: Open[], over: { placed?: string[]; takingPart?: string[]; at?: string } = {}) => ({
    wanted: new Map<string, Open>(wanted.map((one) => [one.id, one])),
    placed: new Set(over.placed ?? ["mem_1"]),
    takingPart: new Set(over.takingPart ?? ["mem_1"]),
    at: over.at ?? at,
  });

  it.each<[string, Info]>([
    ["open", need],
    ["offered", asked],
    ["accepted", agreed],
  ])("leaves an %s need as it is that is still needed", (_, known) => {
    expect(reconcile(known, now([need]))).toBe(known);
  });

  it("voids a need of who left, and of whose shift lies elsewhere now", () => {
    expect(reconcile(agreed, now([], { placed: [] }))).toMatchObject({ status: "void", reason: "participantLeft" });
    expect(reconcile(agreed, now([]))).toMatchObject({ status: "void", reason: "noOverlap" });
  });

  it("opens a void need again, but never one of a cancelled activity", () => {
    const left = annul(agreed, { reason: "participantLeft", at });
    const cancelled = annul(agreed, { reason: "activityCancelled", at });

    expect(reconcile(left, now([need]))).toMatchObject({ status: "open" });
    expect(reconcile(cancelled, now([need]))).toBe(cancelled);
  });

  it("takes a cover from who takes part now, even in the waiting list", () => {
    expect(reconcile(agreed, now([need], { takingPart: ["mem_1", "mem_2"] }))).toMatchObject({
      status: "open",
      declinedBy: [],
    });
  });

  it("takes over what the shift's post allows now, while nobody is asked", () => {
    const wider = { ...need, coverableBy: ["hotline", "shop"] };

    expect(reconcile(need, now([wider]))).toMatchObject({ coverableBy: ["hotline", "shop"], version: need.version });
    expect(reconcile(asked, now([wider]))).toBe(asked);
  });

  it("leaves a shift alone that has begun", () => {
    expect(reconcile(agreed, now([], { placed: [], at: STARTS }))).toBe(agreed);
  });
});
