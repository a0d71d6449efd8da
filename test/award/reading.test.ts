import { readXlsx } from "@yigong/functions/documents/table/xlsx.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { JANUARY, memberId, openScene, type Scene } from "./scene.ts";

interface Standing {
  rank: number;
  name: string;
  memberId: string;
  points: string;
  workdays: string;
  decidedBy: string | null;
}
interface Page {
  items: Standing[];
  cursor?: string;
}

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  await scene.engine.advanceTo(JANUARY);
  await scene.begin();
  await scene.confirm();
});
afterAll(() => scene.close());

const page = (query: string) => scene.call<Page>(101, "GET", `/runs/1/standings?${query}`);

describe("standings", () => {
  it("are read page by page, each person once, best first", async () => {
    const read: Standing[] = [];
    let cursor: string | undefined = "0";
    while (cursor !== undefined) {
      const next: Page = await page(`limit=5&cursor=${cursor}`);
      read.push(...next.items);
      cursor = next.cursor;
    }

    expect(read.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(
      read.slice(4, 6).map(({ name, points, workdays, decidedBy }) => [name, points, workdays, decidedBy]),
    ).toEqual([
      ["成员6", "3.00", "2.0", "workdays"],
      ["成员5", "3.00", "0.0", "points"],
    ]);
  });

  it.each([
    ["vetoed", [8, 9, 101, 102, 103]],
    ["preferred", [1, 2, 3, 4]],
    ["belowFloor", [7]],
    ["candidate", [1, 2, 3, 4, 6, 5, 7]],
  ])("list who is %s, over as many pages as it takes", async (only, numbers) => {
    const first = await page(`only=${only}&limit=1`);
    const rest = first.cursor === undefined ? { items: [] } : await page(`only=${only}&cursor=${first.cursor}`);
    const ids = [...first.items, ...rest.items].map((one) => one.memberId);

    expect(ids.toSorted()).toEqual(numbers.map(memberId).toSorted());
  });

  it("are one's own to see once the committee has decided, and nobody else's", async () => {
    expect(await scene.call(7, "GET", "/runs/1/standings/me")).toMatchObject({ points: "2.50", belowFloor: true });
    await expect(scene.call(7, "GET", `/runs/1/standings/${memberId(6)}`)).rejects.toMatchObject({
      code: "permission.denied",
    });
  });

  it("refuse a cursor that is none", async () => {
    await expect(page("cursor=x")).rejects.toMatchObject({ code: "page.bad_cursor" });
  });
});

describe("what everybody reads", () => {
  it.each([
    ["zh-CN", "2026年度优秀志愿者公示", "5. 成员6：3.00分"],
    ["en", "Outstanding volunteers of 2026: public notice", "5. 成员6: 3.00 points"],
  ])("is a notice in %s with names, points, seed and deadline", async (language, title, last) => {
    const notice = await scene.call<{ title: string; paragraphs: string[]; until: string }>(
      9,
      "GET",
      `/notice?language=${language}`,
    );

    expect([notice.title, notice.paragraphs[1]?.split("\n")[4], notice.until]).toEqual([
      title,
      last,
      "2027-01-22T10:00:00.000Z",
    ]);
    expect(notice.paragraphs[2]).toMatch(/[0-9a-f]{64}/);
  });
});

describe("exports", () => {
  it("are a workbook with names in which nothing is a formula, and are noted in the audit", async () => {
    const response = await scene.as(memberId(101), "GET", "/api/v1/awards/2026/runs/1/standings.xlsx");
    const [sheet] = await readXlsx(new Uint8Array(await response.arrayBuffer()), { maxRows: 100 });
    const rows = sheet?.rows ?? [];
    const { items } = await scene.useCases.audits.about("award-2026-1", { limit: 10 });

    const columnsOfNumbers = ["名次", "积分", "工日", "人次", "优秀志愿者"];
    const kinds = rows[0]?.cells.map(({ text }, column) => [text, rows[5]?.cells[column]?.kind]);

    expect(kinds?.filter(([, kind]) => kind === "number").map(([header]) => header)).toEqual(columnsOfNumbers);
    expect(rows).toHaveLength(13);
    expect(rows[5]?.cells.slice(0, 6).map(({ text }) => text)).toEqual(["5", "成员6", "0006", "群众", "3", "2"]);
    expect(items.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["award.begin", "award.confirm", "award.export"]),
    );
  });
});
