import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dynamoAudits } from "../audit/audit.store.ts";
import { award, claim } from "./certificate.builder.ts";
import { type Certificates, dynamoCertificates } from "./certificate.store.ts";
import * as Certificate from "./certificate.ts";

let store: TestTable;
let certificates: Certificates;
beforeAll(async () => {
  store = await testTable();
  certificates = dynamoCertificates(store.table);
});
afterAll(() => store.stop());

const all = { limit: 200 };
const at = "2027-03-01T01:00:00.000Z";
const by = { actorId: "mem_c", role: "committee" };
/** Issues one certificate for each of the members, from a run of the year. */
const issue = (year: number, members: readonly number[], run = 1) =>
  certificates.draw(year, (series) =>
    Certificate.issue(
      series,
      members.map((member) => claim(member, { run: year * 100 + run })),
      award({ year, runId: `run_${run}` }),
    ),
  );
const numbersOf = async (year: number) => (await certificates.ofYear(year, all)).items.map(({ number }) => number);
const codeOf2026 = (member: number) => claim(member, { run: 202_601 }).code;
const number = (text: string) => Certificate.SerialNumber.parse(text);

describe("drawing numbers", () => {
  it("makes one set of a run that is started eight times at once", async () => {
    const runs = await Promise.all(Array.from({ length: 8 }, () => issue(2026, [1, 2, 3, 4, 5])));

    expect(await numbersOf(2026)).toEqual(["2026-0001", "2026-0002", "2026-0003", "2026-0004", "2026-0005"]);
    expect(runs.map((series) => series.map(({ code }) => code))).toEqual(
      runs.map(() => [1, 2, 3, 4, 5].map(codeOf2026)),
    );
  });

  it("leaves no gap and no double when different runs draw at once", async () => {
    await Promise.all(Array.from({ length: 8 }, (_, run) => issue(2025, [run * 2, run * 2 + 1], run)));
    const { items } = await certificates.ofYear(2025, all);

    expect(items.map(({ number: drawn }) => Certificate.placeOf(drawn))).toEqual(
      Array.from({ length: 16 }, (_, place) => place + 1),
    );
    expect(new Set(items.map(({ code }) => code)).size).toBe(16);
  });

  it("writes nothing when the decision refuses, and nothing when there is nothing to add", async () => {
    await issue(2024, [1]);
    const before = store.meter.writeUnits;
    const refused = certificates.draw(2024, () => {
      throw new RangeError("no");
    });
    await expect(refused).rejects.toThrow(RangeError);
    await issue(2024, [1]);

    expect(store.meter.writeUnits).toBe(before);
    expect(await numbersOf(2024)).toEqual(["2024-0001"]);
  });

  it("takes a hundred at once and no more", async () => {
    await issue(
      2023,
      Array.from({ length: 100 }, (_, member) => member),
    );
    const members = Array.from({ length: 101 }, (_, member) => 200 + member);

    await expect(issue(2023, members)).rejects.toThrow(RangeError);
    expect((await numbersOf(2023)).at(-1)).toBe("2023-0100");
  });
});

describe("finding", () => {
  it("goes by number, by code, and by person over the years, newest first", async () => {
    await issue(2010, [701, 702]);
    await issue(2011, [701]);
    const mine = await certificates.ofMember("mem_701", all);
    const [newest] = mine.items;

    expect(mine.items.map((one) => one.number)).toEqual(["2011-0001", "2010-0001"]);
    expect(newest && (await certificates.byCode(newest.code))).toEqual(newest);
    expect(await certificates.get(number("2011-0001"))).toEqual(newest);
  });

  it("knows nothing of what was never issued", async () => {
    await expect(certificates.get(number("2010-0003"))).rejects.toMatchObject({ code: "certificate.missing" });
    expect(await certificates.byCode(claim(999).code)).toBeUndefined();
  });

  it("pages with a cursor of its own only", async () => {
    await issue(2012, [1, 2, 3]);
    const first = await certificates.ofYear(2012, { limit: 2 });
    const second = await certificates.ofYear(2012, { limit: 2, cursor: first.cursor });

    expect([...first.items, ...second.items].map((one) => one.number)).toEqual(["2012-0001", "2012-0002", "2012-0003"]);
    await expect(certificates.ofYear(2012, { limit: 2, cursor: "none" })).rejects.toMatchObject({
      code: "page.bad_cursor",
    });
  });
});

describe("revoking", () => {
  it("is decided once when two do it at the same moment, with one audit entry", async () => {
    await issue(2013, [1]);
    const revoke = (id: string) =>
      certificates.change(number("2013-0001"), (held) => ({
        item: Certificate.revoke(held, { at, by, reason: "评选材料不实" }),
        audit: [{ subjectId: "2013-0001", id, at, action: "certificate.revoke", ...by, reason: "评选材料不实" }],
      }));
    const both = await Promise.allSettled([revoke("aud_1"), revoke("aud_2")]);
    const kept = await certificates.get(number("2013-0001"));

    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(kept).toMatchObject({ status: "revoked", version: 1, revocation: { by, reason: "评选材料不实" } });
    expect((await dynamoAudits(store.table).about("2013-0001", all)).items).toHaveLength(1);
    expect(await certificates.byCode(kept.code)).toEqual(kept);
  });
});

describe("erasing a person", () => {
  it("keeps every number and code, finds nothing by the person, and draws no number again", async () => {
    await issue(2014, [5, 6]);
    await issue(2015, [5]);
    await certificates.eraseHolder("mem_5", at);
    await certificates.eraseHolder("mem_5", at);
    await issue(2014, [5, 6]);
    const { items } = await certificates.ofYear(2014, all);

    expect(items.map(({ holder }) => holder.kind)).toEqual(["erased", "named"]);
    for (const nobody of ["mem_5", "none"]) expect((await certificates.ofMember(nobody, all)).items).toEqual([]);
    expect(items[0] && (await certificates.byCode(items[0].code))).toEqual(items[0]);
  });
});
