import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dynamoAudits } from "../audit/audit.store.ts";
import { transact } from "../lib/table.ts";
import { UnitId } from "../organization/organization.ts";
import { dynamoRosters } from "../roster/roster.store.ts";
import { headDocuments } from "../staging/head.row.ts";
import { dynamoMembers, type Members } from "./member.store.ts";
import type * as Member from "./member.ts";
import { join } from "./revise.ts";

const at = "2026-09-01T00:00:00.000Z";
const unit = UnitId.parse(`unit_${"0".repeat(26)}`);
const person = (n: number, employeeNumber = `00${String(n).padStart(3, "0")}`): Member.Info =>
  join(
    {
      employeeNumber,
      name: `人${n}`,
      politicalStatus: n % 2 ? "masses" : "leagueMember",
      departmentId: unit,
      postId: unit,
      teamIds: [],
      skills: [],
      trainer: false,
    },
    { id: `mem_${String(n).padStart(26, "0")}`, pseudonym: "0".repeat(26), day: "2026-01-01" },
  );
const grant = { role: "organizer", scope: { kind: "all" }, from: at } as const;

describe("members", () => {
  let store: TestTable;
  let members: Members;
  beforeAll(async () => {
    store = await testTable();
    members = dynamoMembers(store.table);
    for (let n = 1; n <= 9; n += 1) await members.add({ to: person(n), at });
  });
  afterAll(() => store.stop());

  it("are found by id, by employee number in any case, and by many ids in their order", async () => {
    await members.add({ to: person(20, "X-7a"), at });
    const found = await members.getMany([person(3).id, "mem_unknown", person(1).id]);

    expect((await members.get(person(3).id)).name).toBe("人3");
    expect((await members.byEmployeeNumber("x-7A"))?.employeeNumber).toBe("X-7a");
    expect(await members.byEmployeeNumber("404")).toBeUndefined();
    expect(found.map(({ name }) => name)).toEqual(["人3", "人1"]);
    await expect(members.get("mem_unknown")).rejects.toMatchObject({ kind: "missing", code: "member.missing" });
  });

  it("never share an employee number, whoever comes first", async () => {
    const [one, other] = await Promise.allSettled([
      members.add({ to: person(30, "same"), at }),
      members.add({ to: person(31, "SAME"), at }),
    ]);
    const outcomes = [one, other].map((result) =>
      result.status === "rejected" ? (result.reason as { code: string }).code : "added",
    );

    expect(outcomes.sort()).toEqual(["added", "member.number_taken"]);
    expect((await members.all()).filter(({ employeeNumber }) => employeeNumber.toLowerCase() === "same")).toHaveLength(
      1,
    );
  });

  it("come page by page in the order of employee numbers, those who match only, each once", async () => {
    const even = ({ politicalStatuses, employeeNumber }: Member.Info) =>
      employeeNumber.startsWith("00") && politicalStatuses[0]?.status === "leagueMember";
    const pages: string[][] = [];
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await members.page(even, { limit: 3, cursor });
      pages.push(page.items.map(({ name }) => name));
      cursor = page.cursor;
    }

    expect(pages).toEqual([["人2", "人4", "人6"], ["人8"]]);
  });

  it("lose no change when two change one member at once", async () => {
    const id = person(5).id;
    const add = (skill: string) =>
      members.change(id, (member) => ({ to: { ...member, skills: [...member.skills, skill] }, at }));
    await Promise.all([add("急救"), add("手语")]);
    const after = await members.get(id);

    expect(after.skills.toSorted()).toEqual(["急救", "手语"].toSorted());
    expect(after.version).toBe(2);
  });

  it("are found by role as long as they have a grant of it", async () => {
    const id = person(6).id;
    await members.change(id, (member) => ({ to: { ...member, roles: [grant] }, at }));
    const held = await members.withRole("organizer");
    await members.change(id, (member) => ({ to: { ...member, roles: [] }, at }));

    expect(held.map((member) => member.id)).toEqual([id]);
    expect(await members.withRole("organizer")).toEqual([]);
  });

  it("keep the audit entry of a change in its transaction, and of a look that changes nothing", async () => {
    const id = person(7).id;
    const entry = (key: string) => ({ subjectId: id, id: key, at, action: "member.change", actorId: "mem_admin" });
    await members.change(id, (member) => ({ to: { ...member, name: "改名" }, at, audit: [entry("a1")] }));
    await members.change(id, (member) => ({ to: member, at, audit: [entry("a2")] }));
    const { items } = await dynamoAudits(store.table).about(id, { limit: 10 });

    expect(items.map((audit) => audit.id)).toEqual(["a2", "a1"]);
    expect((await members.get(id)).version).toBe(1);
  });

  it("are staged only while their import is the one under way", async () => {
    const before = await members.get(person(9).id);
    const staged = await members.stage("wri_late", [{ before, after: { ...before, name: "迟到" } }]);
    const renamed = await members.change(before.id, (member) => ({ to: { ...member, name: "照常" }, at }));

    expect(staged).toBe(false);
    expect(renamed.name).toBe("照常");
  });

  it("change nothing when the decision refuses", async () => {
    const id = person(8).id;
    const refused = members.change(id, () => {
      throw new RangeError("no");
    });

    await expect(refused).rejects.toThrow(RangeError);
    expect((await members.get(id)).version).toBe(0);
  });

  it("are gone through without those whom an import has only staged, wherever it comes between", async () => {
    const count = () =>
      members.fold(
        () => 0,
        (sum) => sum + 1,
      );
    const before = await count();
    const rosters = dynamoRosters(store.table);
    let isBegun = false;
    store.table.client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName === "QueryCommand" && !isBegun) {
          isBegun = true;
          await transact(store.table, [
            headDocuments(store.table).ops.put({ phase: "staging", epoch: 0, writeId: "wri_1", batchId: "imp_1" }),
          ]);
          await members.stage("wri_1", [{ after: person(40) }, { after: person(41) }]);
        }
        return next(args);
      },
      { step: "initialize", name: "importMeanwhile" },
    );
    const meanwhile = [await count(), (await members.all()).length, (await members.getMany([person(40).id])).length];
    await rosters.abandon("wri_1");
    const abandoned = [await count(), (await members.getMany([person(40).id])).length];
    await members.abandon("wri_1", [{ after: person(40) }, { after: person(41) }]);

    expect({ isBegun, meanwhile, abandoned }).toEqual({
      isBegun: true,
      meanwhile: [before, before, 0],
      abandoned: [before, 0],
    });
    expect(await members.byEmployeeNumber(person(40).employeeNumber)).toBeUndefined();
  });

  it("count from the commit on, without being settled, and are changed and staged again like others", async () => {
    const rosters = dynamoRosters(store.table);
    const put = (phase: "staging" | "idle", writeId: string) => {
      const head = phase === "idle" ? { phase, epoch: 9 } : { phase, epoch: 8, writeId, batchId: "imp_2" };
      return transact(store.table, [headDocuments(store.table).ops.put(head)]);
    };
    await put("staging", "wri_2");
    await members.stage("wri_2", [{ after: person(50) }]);
    await rosters.commit("wri_2");
    await members.settle("wri_2", [{ after: person(50) }]);
    await put("idle", "");
    const made = await members.get(person(50).id);
    const renamed = await members.change(made.id, (member) => ({ to: { ...member, name: "改名" }, at }));
    await put("staging", "wri_3");
    const staged = await members.stage("wri_3", [{ before: renamed, after: { ...renamed, name: "再改" } }]);
    await rosters.commit("wri_3");

    expect([made.name, renamed.name, staged, (await members.get(made.id)).name]).toEqual([
      "人50",
      "改名",
      true,
      "再改",
    ]);
  });
});
