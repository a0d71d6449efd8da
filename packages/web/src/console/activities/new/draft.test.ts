import { expect, it } from "vitest";
import type { Activity } from "../../../shared/api/routes.ts";
import { blank, bodyOf, fromOld, missingIn, recruitUntilOf } from "./draft.ts";

/** Tuesday, 09:00 in Shanghai. */
const CLOCK = { zone: "Asia/Shanghai", now: "2026-09-01T01:00:00.000Z" };
const USUAL = { risks: "注意安全", servedReason: "面向公众", position: "志愿者" };
const empty = () => blank({ origin: "alliance", teamId: undefined }, USUAL, CLOCK);
const FILLED = { title: "敬老", description: "陪伴", place: "敬老院" };

it("begins on the first Saturday that is a week away, recruiting until three days before at 18:00", () => {
  const draft = empty();

  expect([draft.sessions[0]?.startsAt, draft.sessions[0]?.endsAt]).toEqual([
    "2026-09-12T01:00:00.000Z",
    "2026-09-12T04:00:00.000Z",
  ]);
  expect(recruitUntilOf(draft, CLOCK)).toBe("2026-09-09T10:00:00.000Z");
});

it("leaves only what, why and where to be filled in", () => {
  expect(missingIn(empty(), CLOCK)).toEqual(["title", "description", "place"]);
  expect(missingIn({ ...empty(), ...FILLED }, CLOCK)).toEqual([]);
  expect(missingIn({ ...empty(), ...FILLED, origin: "team" }, CLOCK)).toEqual(["teamId", "proposal.plan"]);
});

it.each([
  ["2026-09-12T01:00:00.000Z", "2026-09-09T10:00:00.000Z"],
  ["2026-09-05T01:00:00.000Z", "2026-09-02T10:00:00.000Z"],
  ["2026-09-03T12:00:00.000Z", "2026-09-02T10:00:00.000Z"],
  ["2026-09-02T01:00:00.000Z", "2026-09-01T13:00:00.000Z"],
  ["2026-08-01T01:00:00.000Z", undefined],
])("recruits for a start at %s until %s", (startsAt, until) => {
  const [session] = empty().sessions;

  expect(recruitUntilOf({ recruitUntil: undefined, sessions: session ? [{ ...session, startsAt }] : [] }, CLOCK)).toBe(
    until,
  );
});

it("asks nobody for what was not typed, and everybody unless units are chosen", () => {
  const body = bodyOf({ ...empty(), branchIds: ["unit_1"] }, CLOCK);

  expect([body.title, body.audience]).toEqual([undefined, { branchIds: [], teamIds: [] }]);
  expect(body).not.toHaveProperty("proposal");
  expect(bodyOf({ ...empty(), origin: "self", plan: "计划", moneyYuan: 12.5 }, CLOCK)).toMatchObject({
    proposal: { plan: "计划", wishes: { guidance: false, moneyFen: 1250 } },
  });
});

it("repeats an old activity whole weeks later, on the same day of the week and at the same time", () => {
  const old = {
    ...FILLED,
    ...{ risks: "", scope: "special", beneficiary: "client", purposes: ["service"], surveyDays: 7, minimumPeople: 0 },
    audience: { branchIds: ["unit_1"], teamIds: [] },
    servedParty: { kind: "definite", description: "老人" },
    recruitUntil: "2026-07-01T10:00:00.000Z",
    sessions: [
      {
        startsAt: "2026-07-04T01:00:00.000Z",
        endsAt: "2026-07-04T04:00:00.000Z",
        positions: [{ id: "pos_1", name: "陪伴", headCount: 5, requiredSkills: ["手语"] }],
      },
    ],
  } as unknown as Activity;
  const draft = fromOld(old, empty(), CLOCK);

  expect(draft.sessions[0]).toMatchObject({
    startsAt: "2026-09-12T01:00:00.000Z",
    positions: [{ name: "陪伴", headCount: 5, requiredSkills: ["手语"] }],
  });
  expect(draft.recruitUntil).toBe("2026-09-09T10:00:00.000Z");
  expect([draft.asks, draft.served, draft.servedDescription]).toEqual(["units", "definite", "老人"]);
});
