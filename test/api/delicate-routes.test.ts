import { createToken } from "@yigong/application/token/create-token.ts";
import { ROLES } from "@yigong/core/permission/roles.ts";
import { openApiDocument } from "@yigong/functions/api/openapi-document.ts";
import { v1 } from "@yigong/functions/composition/v1.ts";
import { grant } from "@yigong/testing/sample/members.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { BRANCHES, POSTS, TEAM, TEAMS } from "@yigong/testing/sample/units.ts";
import { OWN_PAGE, SITE, signingIn } from "@yigong/testing/scenario/browser.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addressIn, type Document, type Route, routesOf } from "./every-route.ts";
import { samplesOf } from "./request-samples.ts";

const alliance = await testAlliance();
const document = openApiDocument(v1(alliance.useCases)) as unknown as Document;
const routes = routesOf(document);
const nameOf = ({ method, path }: Route) => `${method} ${path}`;
const described = ({ method, path }: Route) =>
  document.paths[path]?.[method.toLowerCase() as "get"] as { summary: string; "x-step-up"?: boolean | string };
const stepUpOf = (route: Route) => described(route)["x-step-up"];

/** Somebody who may do everything, so that nothing but what is looked at stands against them. */
const EVERYBODY = 1;
const STAGES = ["Propose", "Recruit", "Cover", "Execute", "Archive"] as const;
const activityOf = (stage: number) => `act_${String(stage + 1).padStart(26, "0")}`;
const known = { mem: memberIdOf("partyA1"), ses: "ses_".padEnd(29, "0").concat("1"), unit: TEAM };

/** A request that a route might take, at an activity in a stage. */
function requestTo(route: Route, stage = 0) {
  const tools = samplesOf(document.components.schemas, { ...known, act: activityOf(stage) });
  const over: Record<string, string> = route.path.startsWith("/activities/{id}") ? { id: activityOf(stage) } : {};
  const content = route.body ? { body: JSON.stringify(tools.sample(route.body)) } : {};
  return { address: `${SITE}/api/v1${addressIn(route, tools, over)}`, method: route.method, ...content };
}

beforeAll(async () => {
  await alliance.given.members("partyA1");
  await alliance.given.member(EVERYBODY, { roles: ROLES.map((role) => grant(role)) });
  await alliance.given.units([...POSTS, ...BRANCHES, ...TEAMS]);
  for (const [at, stage] of STAGES.entries())
    await alliance.given.activity({ id: activityOf(at) as never, organizerId: memberIdOf(EVERYBODY) }, stage);
});
afterAll(() => alliance.close());

/** Rows that somebody uploaded, which are read one by one without a code: they go back as they came. */
const OWN_ROWS = "GET /imports/{id}/bad-rows.xlsx";

describe("a fresh one-time code", () => {
  const demanded = routes.filter((route) => stepUpOf(route) === true);

  it("is demanded of sessions by second approvals, by what changes many, and by exports of everybody's data", () => {
    expect(demanded.map(nameOf).sort()).toEqual([
      "GET /awards/{year}/runs/{run}/standings.jsonl",
      "GET /awards/{year}/runs/{run}/standings.xlsx",
      "GET /exports/ledger.jsonl",
      "GET /exports/ledger.xlsx",
      "POST /account-requests/{id}/decision",
      "POST /activities/{id}/corrections/{correctionId}/decision",
      "POST /activities/{id}/sessions/{sessionId}/back-entries/{memberId}/approve",
      "POST /activities/{id}/sessions/{sessionId}/paper-sheet/decision",
      "POST /activities/{id}/spending/decision",
      "POST /awards/{year}/runs/{run}/confirmation",
      "POST /imports/{id}/apply",
      "POST /imports/{id}/undo",
      "POST /me/tokens",
      "POST /rule-drafts/{id}/adopt",
    ]);
    expect(routes.filter((route) => typeof stepUpOf(route) === "string").map(nameOf)).toEqual([
      "POST /activities/{id}/proposal/decision",
    ]);
  });

  it("is demanded by every route that says it is for a second person or hands out a file of all", () => {
    const delicate = routes.filter(
      (route) => /second person|two people/i.test(described(route).summary) || /\.(jsonl|xlsx|csv)$/.test(route.path),
    );

    expect(delicate.filter((route) => !stepUpOf(route)).map(nameOf)).toEqual([OWN_ROWS]);
  });

  it.each(demanded.map((one) => [nameOf(one), one] as const))("stands before %s", async (_, route) => {
    const { secret } = await signingIn(alliance.useCases, alliance.web)(EVERYBODY);
    const { address, ...request } = requestTo(route, 4);
    const before = alliance.store.meter.writeUnits;
    const answer = await (await alliance.web()).request(address, {
      ...request,
      headers: { cookie: `__Host-yigong=${secret}`, "content-type": "application/json", ...OWN_PAGE },
    });

    expect([answer.status, (await answer.json()).code]).toEqual([403, "auth.step_up_needed"]);
    expect(alliance.store.meter.writeUnits).toBe(before);
  });

  it.each([
    ["with money", { verdict: "approve", reason: "好", grants: { moneyFen: 10_000 } }, true],
    ["without money", { verdict: "approve", reason: "好", grants: {} }, false],
    ["that sends it back", { verdict: "return", reason: "补充预算" }, false],
  ])("is demanded by the decision on a proposal only %s", async (_, verdict, isDemanded) => {
    const browser = await signingIn(alliance.useCases, alliance.web)(EVERYBODY);
    const { body } = await browser.post(`/activities/${activityOf(0)}/proposal/decision`, verdict);

    expect(body.code === "auth.step_up_needed").toBe(isDemanded);
  });
});

describe("a program", () => {
  it("is answered nothing and changes nothing by any route, beyond what its token is for", {
    timeout: 120_000,
  }, async () => {
    const actor = { memberId: memberIdOf(EVERYBODY), grants: ROLES.map((role) => grant(role)) };
    const wish = { name: "消息", actions: ["message.read" as const], days: 30 };
    const { secret } = await createToken(alliance.useCases, wish, { actor, at: alliance.clock.at });
    const web = await alliance.web();
    const headers = { authorization: `Bearer ${secret}`, "content-type": "application/json" };
    const ask = async (route: Route, stage: number) => {
      const { address, ...request } = requestTo(route, stage);
      return (await web.request(address, { ...request, headers })).status;
    };
    const messages = routes.find((route) => nameOf(route) === "GET /messages");
    const first = messages && (await ask(messages, 0));
    const wrong: string[] = [];
    for (const route of routes)
      for (const stage of STAGES.keys()) {
        const before = alliance.store.meter.writeUnits;
        const status = await ask(route, stage);
        const isOwn = route.path.startsWith("/messages");
        if ((status < 400 && !isOwn) || alliance.store.meter.writeUnits !== before)
          wrong.push(`${nameOf(route)} ${STAGES[stage]}: ${status}`);
      }

    expect(first).toBe(200);
    expect(wrong).toEqual([]);
  });
});
