import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { award, claim } from "./certificate.builder.ts";
import { erase, heldFor, type Info, Info as InfoSchema, issue, readNumber, revoke, toPrint } from "./certificate.ts";

const by = { actorId: "mem_c", role: "committee" };
const revocation = { at: "2027-03-01T01:00:00.000Z", by, reason: "评选材料不实" };
const numbersOf = (series: readonly Info[]) => series.map(({ number }) => number);
const only = (series: readonly Info[]): Info => series[0] ?? expect.unreachable("nothing was issued");

describe("issuing", () => {
  it("numbers on from the last of the year, in the order of the claims", () => {
    const first = issue([], [claim(3), claim(1)], award());
    const later = issue(first, [claim(2)], award());

    expect(numbersOf([...first, ...later])).toEqual(["2026-0001", "2026-0002", "2026-0003"]);
    expect(first.map(({ holder }) => holder)).toMatchObject([{ memberId: "mem_3" }, { memberId: "mem_1" }]);
  });

  it("freezes what is printed", () => {
    expect(only(issue([], [claim(1, { name: " 王　小明 " })], award()))).toEqual({
      status: "issued",
      number: "2026-0001",
      code: claim(1).code,
      holder: { kind: "named", memberId: "mem_1", name: "王 小明" },
      honour: "优秀志愿者",
      honourInEnglish: "Outstanding Volunteer",
      year: 2026,
      alliance: "台州义工联盟",
      committee: "公司党委",
      issuedOn: "2027-01-31",
      issuedAt: "2027-01-31T01:00:00.000Z",
      runId: "run_1",
      version: 0,
    });
  });

  it("has no English name for an honour that it does not know", () => {
    expect(only(issue([], [claim(1, { honour: "服务标兵" })], award())).honourInEnglish).toBeUndefined();
  });

  it("gives a cause one certificate, even when it was revoked or its holder erased since", () => {
    const held = only(issue([], [claim(1)], award()));

    for (const since of [
      held,
      revoke(held, revocation),
      erase(held, revocation.at),
      erase(revoke(held, revocation), ""),
    ])
      expect(issue([since], [claim(1)], award())).toEqual([]);
  });

  it("gives somebody who is named twice one certificate", () => {
    expect(issue([], [claim(1), claim(1)], award())).toHaveLength(1);
  });

  it("leaves people the standing certificate of an earlier run of the year", () => {
    const held = only(issue([], [claim(1)], award()));
    const again = claim(1, { run: 2 });

    expect(issue([held], [again], award({ runId: "run_2" }))).toEqual([]);
    expect(heldFor([held], again)).toBe(held);
  });

  it.each([
    ["another honour", { honour: "服务标兵" }, (held: Info) => held],
    ["an earlier one was revoked", {}, (held: Info) => revoke(held, revocation)],
  ])("issues a new one in a later run when %s", (_, more, since) => {
    const held = since(only(issue([], [claim(1)], award())));

    expect(numbersOf(issue([held], [claim(1, { run: 2, ...more })], award({ runId: "run_2" })))).toEqual(["2026-0002"]);
  });

  it("needs to know whom it is for, unless the certificate is there already", () => {
    const held = issue([], [claim(1)], award());
    const nameless = claim(1, { name: undefined });

    expect(issue(held, [nameless], award())).toEqual([]);
    expect(() => issue([], [nameless], award())).toThrow(expect.objectContaining({ code: "member.missing" }));
  });

  test.prop([
    fc.array(fc.record({ member: fc.nat({ max: 30 }), run: fc.integer({ min: 1, max: 3 }) }), { maxLength: 60 }),
  ])("leaves no gap and no double, however the claims come", (claims) => {
    let series: Info[] = [];
    for (const { member, run } of claims)
      series = [...series, ...issue(series, [claim(member, { run })], award({ runId: `run_${run}` }))];
    const people = new Set(claims.map(({ member }) => member));

    expect(numbersOf(series)).toEqual(series.map((_, at) => `2026-${`${at + 1}`.padStart(4, "0")}`));
    expect(series).toHaveLength(people.size);
    expect(() => series.map((one) => InfoSchema.parse(one))).not.toThrow();
  });

  it("goes on after 9999", () => {
    const held = { ...only(issue([], [claim(1)], award())), number: "2026-9999" as Info["number"] };

    expect(numbersOf(issue([held], [claim(2)], award()))).toEqual(["2026-10000"]);
  });
});

describe("revoking", () => {
  it("says who, when and why, and keeps what was printed", () => {
    const held = only(issue([], [claim(1)], award()));

    expect(revoke(held, revocation)).toEqual({ ...held, status: "revoked", revocation });
  });

  it("is done once", () => {
    const revoked = revoke(only(issue([], [claim(1)], award())), revocation);

    expect(() => revoke(revoked, revocation)).toThrow(expect.objectContaining({ code: "certificate.revoked" }));
  });
});

describe("erasing a person", () => {
  it("takes name and member away and keeps number and code valid", () => {
    const held = only(issue([], [claim(1)], award()));
    const erased = erase(held, revocation.at);

    expect(erased).toEqual({ ...held, holder: { kind: "erased", at: revocation.at } });
    expect(JSON.stringify(erased)).not.toMatch(/mem_1|义工1/);
    expect(erase(erased, "later")).toBe(erased);
  });
});

describe("printing", () => {
  it("takes a certificate that stands and has a name", () => {
    const held = only(issue([], [claim(1)], award()));

    expect(toPrint(held)).toEqual(held);
  });

  it.each([
    ["revoked", (held: Info) => revoke(held, revocation), "certificate.revoked"],
    ["erased", (held: Info) => erase(held, revocation.at), "certificate.erased"],
  ])("refuses one that was %s", (_, since, code) => {
    const held = since(only(issue([], [claim(1)], award())));

    expect(() => toPrint(held)).toThrow(expect.objectContaining({ code }));
  });
});

it.each([
  ["2026-0001", "2026-0001"],
  ["№ ２０２６－０００１", "2026-0001"],
  ["20260001", "2026-0001"],
  ["2026-10000", "2026-10000"],
  ["2026-001", undefined],
  ["0026-0001", undefined],
  ["", undefined],
])("reads the number %s as people type it", (typed, number) => {
  expect(readNumber(typed)).toBe(number);
});
