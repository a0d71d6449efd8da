import { dynamoAudits } from "@yigong/core/audit/audit.store.ts";
import type { Grant } from "@yigong/core/permission/role.ts";
import { certificateWorld } from "@yigong/testing/certificate-world.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../lib/edge.ts";
import { certificateRoutes } from "./certificate.ts";
import { onError } from "./problem.ts";

const NOW = "2027-04-01T01:00:00.000Z";
let world: Awaited<ReturnType<typeof certificateWorld>>;
beforeAll(async () => {
  world = await certificateWorld();
});
afterAll(() => world.store.stop());

/** The routes as somebody sees them. */
function as(memberId: string, ...roles: Grant["role"][]) {
  const grants = roles.map((role): Grant => ({ role, scope: { kind: "all" }, from: "2020-01-01T00:00:00.000Z" }));
  const app = routes();
  app.onError(onError(() => {}));
  app.use(async (c, next) => {
    c.set("actor", { memberId, grants });
    await next();
  });
  let made = 0;
  const newId = (prefix: string) => `${prefix}_${++made}`;
  const { certificates } = world;
  app.route("/", certificateRoutes({ certificates, newId, now: () => NOW, origin: () => "https://yigong.example" }));
  return app;
}
const get = async (app: ReturnType<typeof as>, path: string) => {
  const response = await app.request(path);
  return { status: response.status, body: await response.json() };
};
const revoke = async (app: ReturnType<typeof as>, id: string, body: object) => {
  const headers = { "content-type": "application/json" };
  const path = `/certificates/${id}/revocation`;
  const response = await app.request(path, { method: "POST", headers, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
};

describe("the list", () => {
  it("shows people their own", async () => {
    expect(await get(as("mem_1"), "/certificates")).toEqual({
      status: 200,
      body: {
        items: [
          {
            id: "2026-0001",
            status: "issued",
            memberId: "mem_1",
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
    expect((await get(as("mem_9"), "/certificates")).body.items).toEqual([]);
  });

  it.each(["alliance", "committee", "auditor"] as const)("shows a year to %s, page by page", async (role) => {
    const app = as("mem_9", role);
    const first = await get(app, "/certificates?year=2026&limit=3");
    const second = await get(app, `/certificates?year=2026&cursor=${first.body.cursor}`);

    expect([...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id)).toEqual(
      world.series.map(({ number }) => number),
    );
  });

  it.each(["organizer", "administrator", "volunteer"] as const)("shows no year to %s", async (role) => {
    expect((await get(as("mem_1", role), "/certificates?year=2026")).body.code).toBe("permission.denied");
  });
});

describe("the paper", () => {
  it.each([
    ["its holder", () => as("mem_1")],
    ["the committee", () => as("mem_9", "committee")],
    ["the alliance", () => as("mem_9", "alliance")],
  ])("is printed for %s", async (_, app) => {
    const response = await app().request("/certificates/2026-0001/pdf");

    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/pdf");
    expect(response.headers.get("content-disposition")).toBe('inline; filename="certificate-2026-0001.pdf"');
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect((await response.text()).slice(0, 8)).toBe("%PDF-1.7");
  });

  it.each([
    ["another member", () => as("mem_2"), "2026-0001", 403, "permission.denied"],
    ["an auditor", () => as("mem_9", "auditor"), "2026-0001", 403, "permission.denied"],
    ["a revoked one", () => as("mem_3"), "2026-0003", 409, "certificate.revoked"],
    ["an unknown one", () => as("mem_1"), "2026-0099", 404, "certificate.missing"],
    ["no number", () => as("mem_1"), "0001", 400, "input.invalid"],
  ])("is not printed for %s", async (_, app, id, status, code) => {
    const { status: told, body } = await get(app(), `/certificates/${id}/pdf`);

    expect([told, body.code]).toEqual([status, code]);
  });

  it("cannot be printed any more once the person was erased, by whoever held it least of all", async () => {
    await world.certificates.eraseHolder("mem_5", NOW);

    expect((await get(as("mem_5"), "/certificates/2026-0005/pdf")).body.code).toBe("permission.denied");
    expect((await get(as("mem_9", "committee"), "/certificates/2026-0005/pdf")).body.code).toBe("certificate.erased");
  });
});

describe("revoking", () => {
  it("is for the committee, with a reason", async () => {
    for (const role of ["alliance", "auditor", "administrator"] as const)
      expect((await revoke(as("mem_1", role), "2026-0002", { reason: "资料不实" })).body.code).toBe(
        "permission.denied",
      );
    expect((await revoke(as("mem_2"), "2026-0002", { reason: "资料不实" })).body.code).toBe("permission.denied");
    expect((await revoke(as("mem_9", "committee"), "2026-0002", { reason: " " })).body.code).toBe("input.invalid");
    expect((await world.certificates.ofMember("mem_2", { limit: 1 })).items[0]?.status).toBe("issued");
  });

  it("keeps who, when and why, once, on the certificate and in the audit", async () => {
    const committee = as("mem_9", "committee");
    const done = await revoke(committee, "2026-0002", { reason: "服务记录不实" });
    const again = await revoke(committee, "2026-0002", { reason: "再次" });
    const { items } = await dynamoAudits(world.store.table).about("2026-0002", { limit: 10 });

    expect(done.body).toMatchObject({
      id: "2026-0002",
      status: "revoked",
      revocation: { at: NOW, by: { actorId: "mem_9", role: "committee" }, reason: "服务记录不实" },
    });
    expect([again.status, again.body.code]).toEqual([409, "certificate.revoked"]);
    expect(items).toMatchObject([
      { action: "certificate.revoke", actorId: "mem_9", role: "committee", reason: "服务记录不实", at: NOW },
    ]);
  });
});
