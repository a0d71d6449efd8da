import { tokenFor } from "@yigong/functions/api/sign-in.ts";
import { openAlliance } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let house: Awaited<ReturnType<typeof openAlliance>>;

beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

interface Problem {
  status: number;
  code: string;
  type: string;
}

const tokenOf = (subject: string, at = house.machine.now()) =>
  tokenFor(subject, { secret: house.machine.secrets.tokens, at });

/** Sends what a client should not, and reads the problem document that comes back. */
async function problem(method: string, path: string, options: { body?: BodyInit; type?: string; token?: string } = {}) {
  const { body, type = "application/json", token = await tokenOf(house.idOf("admin")) } = options;
  const response = await house.machine.web.request(path, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": type },
    ...(body === undefined ? {} : { body }),
  });
  const { status, code, type: name } = (await response.json()) as Problem;
  return { http: response.status, media: response.headers.get("content-type"), status, code, name };
}

const NOBODY = "act_00000000000000000000000000";

describe("a request that makes no sense", () => {
  it.each([
    ["no JSON at all", "POST", "/api/v1/activities", "{", 400, "input.invalid"],
    ["JSON of another shape", "POST", "/api/v1/activities", "[]", 400, "input.invalid"],
    ["an id of another kind", "GET", "/api/v1/activities/mem_1", undefined, 400, "input.invalid"],
    ["an id that nobody has", "GET", `/api/v1/activities/${NOBODY}`, undefined, 404, "activity.missing"],
    ["an address that is none", "GET", "/api/v1/nothing", undefined, 404, "route.missing"],
    ["a page beyond all bounds", "GET", "/api/v1/members?limit=100000", undefined, 400, "input.invalid"],
    ["a cursor that is made up", "GET", "/api/v1/activities?cursor=%F0%9F%A6%8A", undefined, 400, "page.bad_cursor"],
    [
      "a stage that is none",
      "POST",
      `/api/v1/activities/${NOBODY}/close`,
      '{"stage":"Party","reason":"x"}',
      400,
      "input.invalid",
    ],
  ] as const)("is answered by a problem document: %s", async (_, method, path, body, status, code) => {
    const answer = await problem(method, path, body === undefined ? {} : { body });

    expect(answer).toEqual({
      http: status,
      media: "application/problem+json; charset=utf-8",
      status,
      code,
      name: `urn:yigong:problem:${code}`,
    });
  });

  it("is refused before it is read when it is too large", async () => {
    const body = JSON.stringify({ title: "x".repeat(600_000) });

    expect(await problem("POST", "/api/v1/activities", { body })).toMatchObject({ http: 413, code: "input.too_large" });
  });

  it("names every fault at once", async () => {
    const token = await tokenOf(house.idOf("admin"));
    const response = await house.machine.web.request("/api/v1/activities", {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ title: "", origin: "party", sessions: [] }),
    });
    const { detail, errors } = (await response.json()) as { detail: string; errors: { path: string; field: string }[] };
    const fields = errors.map(({ path }) => path);

    expect(fields).toEqual(expect.arrayContaining(["title", "origin", "sessions", "place", "risks"]));
    expect(errors.filter(({ field }) => !detail.includes(field))).toEqual([]);
  });
});

describe("somebody who may not", () => {
  it.each([
    ["without a token", "", "auth.unauthenticated"],
    ["with a token that is none", "x.y.z", "auth.unauthenticated"],
  ])("is not let in %s", async (_, token, code) => {
    expect(await problem("GET", "/api/v1/members", { token })).toMatchObject({ http: 401, code });
  });

  it("is not let in with a token of yesterday, nor one for setting up once there is an administrator", async () => {
    const old = await tokenOf(house.idOf("admin"), "2026-08-30T00:00:00.000Z");

    expect(await problem("GET", "/api/v1/members", { token: old })).toMatchObject({ http: 401 });
    expect(await problem("GET", "/api/v1/members", { token: await tokenOf("setup") })).toMatchObject({ http: 401 });
  });

  it("is told so, and nothing happens", async () => {
    const before = await house.as("admin").get<{ items: unknown[] }>("/imports");
    const form = new FormData();
    form.append("kind", "roster");
    form.append("file", new File(["工号\n1"], "roster.csv"));

    await expect(house.as("partyA1").send("/imports", form)).rejects.toMatchObject({
      status: 403,
      code: "permission.denied",
    });
    expect(await house.as("admin").get("/imports")).toEqual(before);
  });
});

it("refuses a change of what somebody else has changed meanwhile", async () => {
  const settings = await house.as("admin").get<{ version: number }>("/organization");
  const rename = (name: string) =>
    house.machine.web.request("/api/v1/organization", {
      method: "PATCH",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ name, version: settings.version }),
    });
  const token = await tokenOf(house.idOf("admin"));

  const answers = [await rename("甲"), await rename("乙")];

  expect(answers.map(({ status }) => status)).toEqual([200, 409]);
  expect(await house.as("admin").get("/organization")).toMatchObject({ name: "甲" });
});

it("describes every route, and hides nothing that takes a token", async () => {
  const response = await house.machine.web.request("/api/openapi.json");
  const document = (await response.json()) as {
    openapi: string;
    paths: Record<string, Record<string, { security?: unknown[]; summary?: string; responses: object }>>;
  };
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

  expect(document.openapi).toBe("3.1.0");
  expect(operations.length).toBeGreaterThan(70);
  expect(operations.filter(({ security, summary }) => !security?.length || !summary)).toEqual([]);
  expect(operations.filter(({ responses }) => !("default" in responses))).toEqual([]);
});

it("serves its description to read from itself alone", async () => {
  const page = await (await house.machine.web.request("/api/docs")).text();
  const assets = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? "");

  expect(assets.filter((address) => !/^\/api\/docs[/?]/.test(address))).toEqual([]);
  for (const address of assets) expect((await house.machine.web.request(address)).status).toBe(200);
});
