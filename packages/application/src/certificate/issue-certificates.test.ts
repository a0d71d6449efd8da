import { dynamoCertificates } from "@yigong/core/certificate/certificate.store.ts";
import { OUTSTANDING_VOLUNTEER } from "@yigong/core/certificate/certificate.ts";
import type { Member } from "@yigong/core/member/index.ts";
import { documents } from "@yigong/functions/documents/documents.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sealOf } from "./certificate-seal.ts";
import { unprintableNames } from "./find-unprintable-names.ts";
import { issueCertificates } from "./issue-certificates.ts";

let store: TestTable;
beforeAll(async () => {
  store = await testTable();
});
afterAll(() => store.stop());

const all = { limit: 200 };
let names: Map<string, string>;
let year = 2100;
beforeEach(() => {
  year += 1;
  names = new Map(["王芳", "李雷", "韩梅梅", "赵骉", "𰻝小明"].map((name, at) => [`mem_${at + 1}`, name]));
});

function issuing() {
  const certificates = dynamoCertificates(store.table);
  const members = {
    getMany: async (ids: readonly string[]) =>
      ids.flatMap((id) => (names.has(id) ? [{ id, name: names.get(id) } as unknown as Member.Info] : [])),
  };
  const settings = {
    get: async () => ({
      name: "台州义工联盟",
      foundingYear: 2010,
      zone: "Asia/Shanghai",
      codeVersion: 1,
      servicePhone: "",
      version: 0,
    }),
  };
  const issue = issueCertificates({
    documents,
    certificates,
    members,
    settings,
    seal: sealOf(new Uint8Array(32).fill(7)),
  });
  const holders = [...names.keys()].map((memberId) => ({ memberId, honour: OUTSTANDING_VOLUNTEER }));
  const run = (runId = `run_${year}_1`, more: object = {}) =>
    issue({ runId, year, holders, at: "2027-01-31T01:00:00.000Z", ...more });
  const series = async () => (await certificates.ofYear(year, all)).items;
  return { certificates, members, run, holders, series };
}
const numbers = (...places: number[]) => places.map((place) => `${year}-${`${place}`.padStart(4, "0")}`);

describe("issuing the certificates of a run", () => {
  it("numbers the holders in their order and freezes their names and titles", async () => {
    const { run, series } = issuing();

    expect(await run()).toEqual({ numbers: numbers(1, 2, 3, 4, 5), heldBack: [] });
    expect((await series())[4]).toMatchObject({
      holder: { kind: "named", memberId: "mem_5", name: "𰻝小明" },
      honour: "优秀志愿者",
      alliance: "台州义工联盟",
      committee: "公司党委",
      issuedOn: "2027-01-31",
      runId: `run_${year}_1`,
    });
  });

  it("makes one set when it is started twice at once, in another order, and again years later", async () => {
    const { run, holders, series } = issuing();
    const [first, second] = await Promise.all([run(), run(undefined, { holders: [...holders].reverse() })]);
    names.clear();
    const late = await run(undefined, { at: "2028-03-06T01:00:00.000Z" });

    expect(await series()).toHaveLength(5);
    expect(second?.numbers).toEqual([...(first?.numbers ?? [])].reverse());
    expect(late).toEqual(first);
  });

  it("gives a later run numbers for those who are new in it only", async () => {
    const { run, holders } = issuing();
    await run(undefined, { holders: holders.slice(0, 3) });

    expect(await run(`run_${year}_2`, { holders: holders.slice(1) })).toEqual({
      numbers: numbers(2, 3, 4, 5),
      heldBack: [],
    });
  });

  it("keeps the numbers of people who were erased, and issues them nothing anew", async () => {
    const { certificates, run, series } = issuing();
    const before = await run();
    await certificates.eraseHolder("mem_2", "2027-05-01T00:00:00.000Z");
    names.delete("mem_2");

    expect(await run()).toEqual(before);
    expect((await series()).map(({ holder }) => holder.kind)).toEqual(["named", "erased", "named", "named", "named"]);
  });

  it("holds back whose name cannot be printed, and nobody else; they get theirs once the roster has another spelling", async () => {
    names.set("mem_3", "王𠮷");
    const { run, series } = issuing();

    expect(await run()).toEqual({
      numbers: numbers(1, 2, 3, 4),
      heldBack: [{ memberId: "mem_3", name: "王𠮷", characters: ["𠮷"] }],
    });
    expect((await series()).map(({ holder }) => holder.kind === "named" && holder.memberId)).not.toContain("mem_3");

    names.set("mem_3", "王吉");

    expect(await run()).toEqual({ numbers: numbers(1, 2, 5, 3, 4), heldBack: [] });
  });

  it("holds everybody back when the honour cannot be printed", async () => {
    const { run, series } = issuing();
    const holders = [{ memberId: "mem_1", honour: "优秀志愿者📌" }];

    expect(await run(undefined, { holders })).toMatchObject({ numbers: [], heldBack: [{ characters: ["📌"] }] });
    expect(await series()).toEqual([]);
  });

  it("refuses somebody whom nobody knows", async () => {
    const { run } = issuing();
    names.delete("mem_1");

    await expect(run()).rejects.toMatchObject({ code: "member.missing" });
  });

  it("dates by the alliance's day", async () => {
    const { run, series } = issuing();
    await run(undefined, { at: "2027-01-31T16:30:00.000Z" });

    expect((await series())[0]?.issuedOn).toBe("2027-02-01");
  });
});

it("tells whose names cannot be printed before anything is decided", async () => {
  names.set("mem_2", "𠮷📌");
  const { members } = issuing();

  expect(await unprintableNames({ members, documents })(["mem_1", "mem_2", "mem_2", "mem_9"])).toEqual([
    { memberId: "mem_2", name: "𠮷📌", characters: ["𠮷", "📌"] },
  ]);
});

it("takes no secret of less than 256 bits", () => {
  expect(() => sealOf(new Uint8Array(31))).toThrow(RangeError);
});
