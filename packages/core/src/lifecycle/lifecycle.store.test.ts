import { testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Table } from "../lib/table.ts";
import { transact } from "../lib/table.ts";
import { fresh, PLAN } from "./lifecycle.builder.ts";
import { beginOp } from "./lifecycle.row.ts";
import { dynamoLifecycles, type Lifecycles } from "./lifecycle.store.ts";
import * as Move from "./move.ts";

const AT = "2026-09-02T00:00:00.000Z";
let table: Table;
let stop: () => Promise<void>;
let lifecycles: Lifecycles;
let serial = 0;

beforeAll(async () => {
  ({ table, stop } = await testTable());
  lifecycles = dynamoLifecycles(table);
});
afterAll(() => stop());

const begun = async () => {
  const activityId = `act_${String(++serial).padStart(26, "0")}`;
  await transact(table, [beginOp(table, { ...fresh(), activityId })]);
  return activityId;
};

const tokenOf = (activityId: string, order: { generation: number; visit: number; attempt: number }) => ({
  activityId,
  ...order,
  token: JSON.stringify(order),
  stage: "Recruit" as const,
  plan: PLAN,
  at: AT,
});

it("lets one of two decisions at the same time win, and the other see it", async () => {
  const activityId = await begun();
  const close = (by: string) =>
    lifecycles.change(activityId, AT, (row) => ({
      item: Move.close(row, "Recruit", { kind: "closedEarly", at: AT, by }),
    }));

  const results = await Promise.allSettled([close("one"), close("two")]);

  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(results.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "lifecycle.stage_closed" },
  });
});

it("says when there is no such activity", async () => {
  await expect(lifecycles.get("act_nothing")).rejects.toMatchObject({ code: "activity.missing" });
});

describe("the token row", () => {
  it.each([
    ["an older visit", { generation: 1, visit: 2, attempt: 0 }, { generation: 1, visit: 1, attempt: 5 }],
    ["an older attempt", { generation: 1, visit: 2, attempt: 3 }, { generation: 1, visit: 2, attempt: 2 }],
    ["an older generation", { generation: 2, visit: 0, attempt: 0 }, { generation: 1, visit: 9, attempt: 9 }],
  ])("is not overwritten by %s", async (_, newer, older) => {
    const activityId = await begun();
    await lifecycles.keepToken(tokenOf(activityId, newer));

    expect(await lifecycles.keepToken(tokenOf(activityId, older))).toBe(false);
    expect(await lifecycles.token(activityId)).toMatchObject(newer);
  });

  it("is replaced by a newer one", async () => {
    const activityId = await begun();
    await lifecycles.keepToken(tokenOf(activityId, { generation: 1, visit: 1, attempt: 0 }));

    expect(await lifecycles.keepToken(tokenOf(activityId, { generation: 1, visit: 2, attempt: 0 }))).toBe(true);
  });
});
