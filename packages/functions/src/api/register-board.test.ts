import { stateAt } from "@yigong/application/archive/list-archives.ts";
import { BRANCH_A, BRANCH_B } from "@yigong/testing/sample/units.ts";
import { archiving, NOW } from "@yigong/testing/scenario/archiving.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const alliance = await testAlliance({ startAt: NOW });
const { when } = alliance;
const { people, start } = archiving(alliance);
let activityId = "";
beforeAll(async () => {
  await people();
  activityId = await start();
});
afterAll(() => alliance.close());

const DUE = "2026-09-19T10:00:00.000Z";

describe("an archive against its due instant", () => {
  it.each([
    ["2026-09-16T09:59:59.999Z", undefined, "open"],
    ["2026-09-16T10:00:00.000Z", undefined, "soon"],
    ["2026-09-19T10:00:00.000Z", undefined, "soon"],
    ["2026-09-19T10:00:00.001Z", undefined, "overdue"],
    ["2026-10-01T00:00:00.000Z", "2026-09-19T10:00:00.000Z", "onTime"],
    ["2026-10-01T00:00:00.000Z", "2026-09-19T10:00:00.001Z", "late"],
  ])("at %s, filed %s, is %s", (at, archiveFiledAt, state) => {
    expect(stateAt({ archiveDueAt: DUE, archiveFiledAt }, at)).toBe(state);
  });
});

describe("the register as work to be done", () => {
  it("lists what is over by its branch, month and state", async () => {
    const { body } = await when("alliance").get("/register/archives");
    const [line] = body.items;
    const month = String(line.endsAt).slice(0, 7);
    const count = async (query: string) => (await when("alliance").get(`/register/archives?${query}`)).body.total;

    expect(line).toMatchObject({ activityId, owner: BRANCH_A, dueAt: expect.any(String) });
    expect(await count(`owner=${BRANCH_A}&month=${month}&state=${line.state}`)).toBe(1);
    expect(await Promise.all([`owner=${BRANCH_B}`, "month=2020-01", "state=late"].map(count))).toEqual([0, 0, 0]);
  });

  it("shows a branch's secretary the branch and nothing else", async () => {
    const get = async (query: string) => (await when("secretaryA").get(`/register/archives${query}`)).status;

    expect([await get(`?owner=${BRANCH_A}`), await get(`?owner=${BRANCH_B}`), await get("")]).toEqual([200, 403, 403]);
  });
});
