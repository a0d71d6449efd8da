import type { Info as Member } from "@yigong/core/member/member.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { Hono } from "hono";
import { SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { type Env, ownRowOf } from "../lib/edge.ts";
import { onError } from "./problem.ts";
import { SETUP, signedIn, tokenFor } from "./sign-in.ts";

const NOW = "2026-09-01T01:00:00.000Z";
const secret = new Uint8Array(32).fill(1);
const hours = (count: number) => new Date(Date.parse(NOW) + count * 3_600_000).toISOString();
const alliance = { role: "alliance", scope: { kind: "all" }, from: "2020-01-01T00:00:00.000Z" } as const;
const one = Sample.member(1, { roles: [alliance] });

interface Scene {
  token?: string | undefined;
  header?: string;
  now?: string;
  members?: readonly Member[];
}

/** Whom the API takes the sender of a request for. */
async function whoIs({ token, header = `Bearer ${token}`, now = NOW, members = [one] }: Scene) {
  const app = new Hono<Env>();
  app.onError(onError(() => {}));
  const find = async (id: string) => members.find((member) => member.id === id);
  const byEmployeeNumber = async (number: string) => members.find((member) => member.employeeNumber === number);
  const withRole = async (role: string) => members.filter(({ roles }) => roles.some((grant) => grant.role === role));
  const getMany = async (ids: readonly string[]) => members.filter(({ id }) => ids.includes(id));
  const sessions = { find: async () => undefined, seen: async () => {}, forget: async () => {} };
  app.use(
    signedIn({
      secret,
      now: () => now,
      dayOf: (at) => at.slice(0, 10),
      members: { find, getMany, byEmployeeNumber, withRole },
      sessions,
      tokens: { find: async () => undefined, used: async () => {}, forget: async () => {} },
      origin: () => "https://yigong.example",
    }),
  );
  app.get("/", (c) => c.json({ ...c.get("actor"), row: ownRowOf(c) ?? null }));
  const response = await app.request("/", header === "" ? {} : { headers: { authorization: header } });
  const body = (await response.json()) as { memberId?: string; grants?: object[]; row?: Member | null; code?: string };
  return { status: response.status, ...body };
}

const refused = { status: 401, code: "auth.unauthenticated" };
const tokenOf = (subject: string, at = NOW) => tokenFor(subject, { secret, at });

describe("a bearer token", () => {
  it("names a member by id, with the roles in force", async () => {
    expect(await whoIs({ token: await tokenOf(one.id) })).toMatchObject({
      status: 200,
      memberId: one.id,
      grants: [{ role: "alliance" }],
    });
  });

  it("hands the member's row on, so that nobody reads it twice; setting up has none", async () => {
    const member = await whoIs({ token: await tokenOf(one.id) });
    const setup = await whoIs({ token: await tokenOf(SETUP), members: [] });

    expect([member.row, setup.row]).toEqual([one, null]);
  });

  it("names a member by employee number, leading zeros and all", async () => {
    expect(await whoIs({ token: await tokenOf("employee:00001") })).toMatchObject({ status: 200, memberId: one.id });
    expect(await whoIs({ token: await tokenOf("employee:1") })).toMatchObject(refused);
  });

  it.each([
    ["a millisecond before twelve hours are over", new Date(Date.parse(hours(12)) - 1).toISOString(), 200],
    ["when they are over", hours(12), 401],
  ])("is good for twelve hours: %s", async (_, now, status) => {
    expect((await whoIs({ token: await tokenOf(one.id), now })).status).toBe(status);
  });

  it.each([
    ["no header", async () => ""],
    ["no token", async () => "Bearer"],
    ["another scheme", async () => `Basic ${await tokenOf(one.id)}`],
    ["what is no token", async () => "Bearer abc.def.ghi"],
    ["another secret", async () => `Bearer ${await tokenFor(one.id, { secret: new Uint8Array(32), at: NOW })}`],
    ["a changed token", async () => `Bearer ${(await tokenOf(one.id)).slice(0, -2)}`],
    ["no signature", async () => `Bearer ${unsigned(one.id)}`],
    ["a token for another service", async () => `Bearer ${await signedFor("elsewhere")}`],
    ["a token that names nobody", async () => `Bearer ${await signedFor("yigong-api", "")}`],
    ["a member who does not exist", async () => `Bearer ${await tokenOf(Sample.memberId(9))}`],
  ])("is refused with %s", async (_, header) => {
    expect(await whoIs({ header: await header() })).toMatchObject(refused);
  });

  it("is read whatever the case of its scheme", async () => {
    expect((await whoIs({ header: `bearer ${await tokenOf(one.id)}` })).status).toBe(200);
  });
});

const signedFor = (audience: string, subject: string = one.id) =>
  new SignJWT({})
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(subject)
    .setAudience(audience)
    .setExpirationTime(Math.floor(Date.parse(hours(1)) / 1000))
    .sign(secret);

function unsigned(subject: string): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  return `${encode({ alg: "none" })}.${encode({ sub: subject, aud: "yigong-api", exp: 4_000_000_000 })}.`;
}

describe("somebody's roles and place on the roster", () => {
  it("are read at each request, so that what is taken away is gone at once", async () => {
    const token = await tokenOf(one.id);
    const ended = { ...one, roles: [{ ...alliance, until: NOW }] };

    expect((await whoIs({ token })).grants).toHaveLength(1);
    expect((await whoIs({ token, members: [ended] })).grants).toHaveLength(0);
  });

  it.each([
    ["the day before", "2026-09-02", 200],
    ["on the day", "2026-09-01", 401],
    ["after it", "2026-08-31", 401],
  ])("end with the day on which the person leaves: %s", async (_, leftOn, status) => {
    expect((await whoIs({ token: await tokenOf(one.id), members: [{ ...one, leftOn }] })).status).toBe(status);
  });
});

describe("setting an installation up", () => {
  it("makes an administrator without a name, while there is none", async () => {
    expect(await whoIs({ token: await tokenOf(SETUP), members: [] })).toMatchObject({
      status: 200,
      memberId: SETUP,
      grants: [{ role: "administrator", scope: { kind: "all" } }],
    });
  });

  it("is over once the roster has an administrator", async () => {
    const members = [Sample.member(2, { roles: [{ ...alliance, role: "administrator" }] })];

    expect(await whoIs({ token: await tokenOf(SETUP), members })).toMatchObject(refused);
  });
});
