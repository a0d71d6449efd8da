import { grant, memberOf } from "@yigong/testing/sample/members.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { certified } from "@yigong/testing/scenario/certifying.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const NOW = "2027-04-01T01:00:00.000Z";
const alliance = await testAlliance({ startAt: NOW });
const { given, useCases, when } = alliance;
const ROLES = ["organizer", "administrator", "alliance", "committee", "auditor", "volunteer"] as const;
/** Nobody of theirs has a certificate. */
const holderOf = (role: (typeof ROLES)[number]) => 10 + ROLES.indexOf(role);
let numbers: string[];
beforeAll(async () => {
  numbers = await certified(alliance);
  await given.members(9, ...ROLES.map((role) => memberOf(holderOf(role), { roles: [grant(role)] })));
});
afterAll(() => alliance.close());

const revoke = (who: number, id: string, body: object) => when(who).post(`/certificates/${id}/revocation`, body);

describe("the list", () => {
  it("shows people their own", async () => {
    expect(await when(1).get("/certificates")).toEqual({
      status: 200,
      body: {
        items: [
          {
            id: "2026-0001",
            status: "issued",
            memberId: memberIdOf(1),
            name: "王小明",
            honour: "优秀志愿者",
            year: 2026,
            alliance: "台州义工联盟",
            committee: "公司党委",
            issuedOn: "2027-01-31",
            issuedAt: "2027-01-31T01:00:00.000Z",
            runId: "run_1",
            code: "0000-0001-0000-0001",
            verificationUrl: "https://yigong.example/certificates/0000-0001-0000-0001",
          },
        ],
      },
    });
    expect((await when(9).get("/certificates")).body.items).toEqual([]);
  });

  it.each(["alliance", "committee", "auditor"] as const)("shows a year to %s, page by page", async (role) => {
    const first = await when(holderOf(role)).get("/certificates?year=2026&limit=3");
    const second = await when(holderOf(role)).get(`/certificates?year=2026&cursor=${first.body.cursor}`);

    expect([...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id)).toEqual(numbers);
  });

  it.each(["organizer", "administrator", "volunteer"] as const)("shows no year to %s", async (role) => {
    expect((await when(holderOf(role)).get("/certificates?year=2026")).body.code).toBe("permission.denied");
  });
});

describe("the paper", () => {
  it.each([
    ["its holder", 1],
    ["the committee", holderOf("committee")],
    ["the alliance", holderOf("alliance")],
  ])("is printed for %s", async (_, who) => {
    const response = await when(who).request("GET", "/certificates/2026-0001/pdf");

    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/pdf");
    expect(response.headers.get("content-disposition")).toBe('inline; filename="certificate-2026-0001.pdf"');
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect((await response.text()).slice(0, 8)).toBe("%PDF-1.7");
  });

  it.each([
    ["another member", 2, "2026-0001", 403, "permission.denied"],
    ["an auditor", holderOf("auditor"), "2026-0001", 403, "permission.denied"],
    ["a revoked one", 3, "2026-0003", 409, "certificate.revoked"],
    ["an unknown one", 1, "2026-0099", 404, "certificate.missing"],
    ["no number", 1, "0001", 400, "input.invalid"],
  ])("is not printed for %s", async (_, who, id, status, code) => {
    const { status: told, body } = await when(who).get(`/certificates/${id}/pdf`);

    expect([told, body.code]).toEqual([status, code]);
  });

  it("cannot be printed any more once the person was erased, by whoever held it least of all", async () => {
    await useCases.certificates.eraseHolder(memberIdOf(5), NOW);

    expect((await when(5).get("/certificates/2026-0005/pdf")).body.code).toBe("permission.denied");
    expect((await when(holderOf("committee")).get("/certificates/2026-0005/pdf")).body.code).toBe("certificate.erased");
  });
});

describe("revoking", () => {
  it("is for the committee, with a reason", async () => {
    for (const role of ["alliance", "auditor", "administrator"] as const)
      expect((await revoke(holderOf(role), "2026-0002", { reason: "资料不实" })).body.code).toBe("permission.denied");
    expect((await revoke(2, "2026-0002", { reason: "资料不实" })).body.code).toBe("permission.denied");
    expect((await revoke(holderOf("committee"), "2026-0002", { reason: " " })).body.code).toBe("input.invalid");
    expect((await useCases.certificates.ofMember(memberIdOf(2), { limit: 1 })).items[0]?.status).toBe("issued");
  });

  it("keeps who, when and why, once, on the certificate and in the audit", async () => {
    const committee = holderOf("committee");
    const done = await revoke(committee, "2026-0002", { reason: "服务记录不实" });
    const again = await revoke(committee, "2026-0002", { reason: "再次" });
    const { items } = await useCases.audits.about("2026-0002", { limit: 10 });

    expect(done.body).toMatchObject({
      id: "2026-0002",
      status: "revoked",
      revocation: {
        at: NOW,
        by: { actorId: memberIdOf(holderOf("committee")), role: "committee" },
        reason: "服务记录不实",
      },
    });
    expect([again.status, again.body.code]).toEqual([409, "certificate.revoked"]);
    expect(items).toMatchObject([
      {
        action: "certificate.revoke",
        actorId: memberIdOf(holderOf("committee")),
        role: "committee",
        reason: "服务记录不实",
        at: NOW,
      },
    ]);
  });
});
