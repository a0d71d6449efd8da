import { type PartRequest, partOf } from "@yigong/core/lib/keyset.ts";
import { expect, it } from "vitest";
import { type FindDeps, findPeople } from "./find-recipients.ts";

const idOf = (number: number) => `mem_${String(number).padStart(26, "0")}`;
const undecided = { kind: "activity", activityId: "act_1", who: "undecided" } as const;

it("passes nobody over when people leave the audience between two pages", async () => {
  let audience = Array.from({ length: 150 }, (_, at) => idOf(at));
  const find = findPeople({
    placeAudience: async (_activityId: string, _who: object, { after, limit }: PartRequest) =>
      partOf(
        audience.filter((id) => id > after),
        limit,
      ),
    members: { getMany: async (ids: readonly string[]) => ids.map((id) => ({ id })), withRole: async () => [] },
  } as unknown as FindDeps);
  const first = await find.byActivity(undecided, undefined);
  audience = audience.slice(30);
  const second = await find.byActivity(undecided, first.cursor);

  expect(first.members.map(({ id }) => id).at(-1)).toBe(idOf(99));
  expect(second.members.map(({ id }) => id)).toEqual(audience.slice(70));
  expect(second.cursor).toBeUndefined();
});
