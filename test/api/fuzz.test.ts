import { openApiDocument } from "@yigong/functions/api/openapi-document.ts";
import { tokenFor } from "@yigong/functions/api/sign-in.ts";
import { v1 } from "@yigong/functions/composition/v1.ts";
import { memberIdOf, type Person } from "@yigong/testing/sample/person.ts";
import { BRANCHES, POSTS, TEAM, TEAMS } from "@yigong/testing/sample/units.ts";
import { SECRETS, type TestAlliance, testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addressIn, type Document, type Route, routesOf } from "./every-route.ts";
import { placesIn, replaced, samplesOf } from "./request-samples.ts";

const ROLES = [
  "admin",
  "alliance",
  "organizer",
  "secretaryA",
  "lead",
  "service",
  "auditor",
  "partyA1",
  "coverA1",
] as const;

/** What no field of any route takes, or what only some do. */
const HOSTILE: readonly unknown[] = [
  ...["", " ", "\u0000", "a\u0000b", "\ud800", "\udfff𠮷", "\u202eabc", "x".repeat(3_000), "𠮷".repeat(20_000)],
  ...["=1+1", "<script>alert(1)</script>", "'; DROP TABLE--", "__proto__", "../../etc/passwd", "%00", "{{title}}"],
  ...[
    "9999-12-31T23:59:59.999Z",
    "0000-01-01T00:00:00Z",
    "+275760-09-13T00:00:00Z",
    "2026-02-30T00:00:00Z",
    "2026-13-01",
  ],
  ...["act_".padEnd(30, "0"), "mem_".padEnd(30, "z"), "ACT_00000000000000000000000001", "2199-12-31", "1900-01-01"],
  ...[null, true, -1, 0, 1.5, 1e21, Number.MAX_SAFE_INTEGER, -0, [], {}, [[]], [null], { a: { b: {} } }],
];
/** Texts in which characters stand that nobody can write. */
const UNWRITABLE = ["\u0000", "a\u0000b", "\ud800", "\udfff𠮷", "\u202eabc"];

type Role = (typeof ROLES)[number];

let alliance: TestAlliance;
let routes: Route[];
let tools: ReturnType<typeof samplesOf>;
let ids: string[];
const tokens = new Map<Role, string>();

beforeAll(async () => {
  alliance = await testAlliance();
  await alliance.given.members(...ROLES, "secretaryB", "freeA1", 1, 2, 3);
  await alliance.given.units([...POSTS, ...BRANCHES, ...TEAMS]);
  const stages = ["Propose", "Recruit", "Cover", "Execute", "Archive"] as const;
  const activities = [];
  for (const [at, stage] of stages.entries())
    activities.push(await alliance.given.activity({ id: `act_${String(at + 1).padStart(26, "0")}` as never }, stage));
  ids = activities.map(({ id }) => id);
  const [session] = activities[1]?.sessions ?? [];
  const document = openApiDocument(v1(alliance.useCases)) as unknown as Document;
  tools = samplesOf(document.components.schemas, {
    act: ids[1] ?? "",
    mem: memberIdOf("partyA1"),
    ses: session?.id ?? "",
    pos: session?.positions[0]?.id ?? "",
    unit: TEAM,
  });
  routes = routesOf(document);
  const at = alliance.clock.at;
  for (const role of ROLES)
    tokens.set(role, await tokenFor(memberIdOf(role as Person), { secret: SECRETS.tokens, at, hours: 24 }));
});
afterAll(() => alliance.close());

/** The address of a request that a route might take, at the activity in a stage; `over` replaces a parameter. */
function addressOf(route: Route, { stage = 1, over = {} }: { stage?: number; over?: Record<string, string> } = {}) {
  const activity = route.path.startsWith("/activities/{id}") ? { id: ids[stage] ?? "" } : {};
  return addressIn(route, tools, { ...activity, ...over });
}

interface Request {
  address: string;
  body?: string | Uint8Array<ArrayBuffer>;
  /** That it is refused. */
  refused?: boolean;
}

/** Sends a request and looks at what is so of every answer. @returns what is wrong with it */
async function faultOf(role: Role, { method }: Route, { address, body, refused }: Request): Promise<string[]> {
  const before = alliance.store.meter.writeUnits;
  const headers = { authorization: `Bearer ${tokens.get(role)}`, "content-type": "application/json" };
  const hasBody = body !== undefined && method !== "GET";
  const response = await (await alliance.web()).request(`/api/v1${address}`, {
    method,
    headers,
    ...(hasBody ? { body } : {}),
  });
  const { status } = response;
  const text = await response.text();
  const said = `${role} ${method} ${address.slice(0, 120)} ${String(body ?? "").slice(0, 300)} -> ${status} ${text.slice(0, 300)}`;
  const isProblem = response.headers.get("content-type")?.includes("problem+json") ?? false;
  const wrong = [
    status >= 500 && `failed: ${String(alliance.faults.at(-1)?.[1]).slice(0, 300)}`,
    status >= 400 && !isProblem && "is no problem document",
    status === 400 && alliance.store.meter.writeUnits !== before && "stored something that it refused",
    refused && status < 400 && "took what it must refuse",
  ];
  return wrong.flatMap((each) => (each ? [`${each}: ${said}`] : []));
}

/** The role that may most, so that a request comes as far as it can; others are in the table of roles. */
const MOST: readonly Role[] = ["admin", "alliance", "organizer", "partyA1"];

/** Sends many requests and collects what is wrong, a few of each kind. */
async function faultsOf(requests: Iterable<[Role, Route, Request]>): Promise<string[]> {
  const faults: string[] = [];
  for (const each of requests) faults.push(...(await faultOf(...each)));
  return faults.slice(0, 40);
}

const bodyOf = (value: unknown): string => JSON.stringify(value) ?? "null";

describe("every route", () => {
  it("answers every role at every stage, and never fails", { timeout: 120_000 }, async () => {
    function* requests(): Generator<[Role, Route, Request]> {
      for (const [at, route] of routes.entries())
        for (const [who, role] of ROLES.entries()) {
          const stage = (at + who) % ids.length;
          const address = addressOf(route, { stage });
          yield [role, route, route.body ? { address, body: bodyOf(tools.sample(route.body)) } : { address }];
        }
    }

    expect(routes.length).toBeGreaterThan(100);
    expect(await faultsOf(requests())).toEqual([]);
  });

  it("refuses hostile values in the place of each field, without storing anything", { timeout: 300_000 }, async () => {
    let turn = 0;
    function* requests(): Generator<[Role, Route, Request]> {
      for (const route of routes) {
        if (!route.body) continue;
        const whole = tools.sample(route.body);
        for (const place of placesIn(whole))
          for (let count = 0; count < 6; count += 1) {
            turn += 7;
            const value = HOSTILE[turn % HOSTILE.length];
            const refused = typeof value === "string" && UNWRITABLE.includes(value);
            const role = MOST[turn % MOST.length] ?? "admin";
            yield [role, route, { address: addressOf(route), body: bodyOf(replaced(whole, place, value)), refused }];
          }
      }
    }

    expect(await faultsOf(requests())).toEqual([]);
  });

  it("refuses hostile values in addresses", { timeout: 120_000 }, async () => {
    function* requests(): Generator<[Role, Route, Request]> {
      const values = HOSTILE.filter((value) => typeof value === "string" && value !== "" && value.isWellFormed());
      for (const [at, route] of routes.entries())
        for (const { name, where } of route.params) {
          if (where === "header") continue;
          for (const value of values as string[]) {
            const request = { address: addressOf(route, { over: { [name]: value } }) };
            const refused = UNWRITABLE.includes(value);
            yield [
              MOST[at % MOST.length] ?? "admin",
              route,
              { ...request, refused, ...(route.body ? { body: bodyOf(tools.sample(route.body)) } : {}) },
            ];
          }
        }
    }

    expect(await faultsOf(requests())).toEqual([]);
  });

  it("refuses a field that there is not, wherever it stands, and a body that is not UTF-8 or no JSON", {
    timeout: 120_000,
  }, async () => {
    const latin = new Uint8Array([...Buffer.from('{"reason":"'), 0xe9, 0xff, ...Buffer.from('"}')]);
    const bodies = ["{", "null", "[]", '"x"', '{"a":1}', `${"[".repeat(5_000)}${"]".repeat(5_000)}`];
    function* requests(): Generator<[Role, Route, Request]> {
      for (const route of routes) {
        const address = addressOf(route);
        const joined = address.includes("?") ? "&" : "?";
        yield [
          "admin",
          route,
          {
            address: `${address}${joined}nosuchparameter=1`,
            refused: true,
            ...(route.body ? { body: bodyOf(tools.sample(route.body)) } : {}),
          },
        ];
        if (!route.body) continue;
        const whole = tools.sample(route.body);
        for (const place of placesIn(whole)) {
          const there = place.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], whole);
          if (typeof there !== "object" || there === null || Array.isArray(there)) continue;
          const body = bodyOf(replaced(whole, [...place, "nosuchfield"], 1));
          for (const role of MOST) yield [role, route, { address, body, refused: true }];
        }
        yield ["admin", route, { address, body: latin, refused: true }];
        for (const body of bodies) yield ["admin", route, { address, body }];
      }
    }

    expect(await faultsOf(requests())).toEqual([]);
  });
});
