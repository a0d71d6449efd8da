import { createToken } from "@yigong/application/token/create-token.ts";
import { ROLES } from "@yigong/core/permission/role.ts";
import { openApiDocument } from "@yigong/functions/api/openapi-document.ts";
import { v1 } from "@yigong/functions/composition/v1.ts";
import { grant } from "@yigong/testing/sample/members.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { BRANCHES, POSTS, TEAM, TEAMS } from "@yigong/testing/sample/units.ts";
import { OWN_PAGE, SITE, signingIn } from "@yigong/testing/scenario/browser.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Described, samplesOf } from "./request-samples.ts";

const VERBS = ["get", "post", "put", "patch", "delete"] as const;

interface Operation {
  summary: string;
  "x-step-up"?: boolean | string;
  parameters?: { name: string; in: string; required?: boolean; schema: Described }[];
  requestBody?: { content: Record<string, { schema: Described }> };
}
interface Document {
  components: { schemas: Record<string, Described> };
  paths: Record<string, Partial<Record<(typeof VERBS)[number], Operation>>>;
}

const alliance = await testAlliance();
const document = openApiDocument(v1(alliance.useCases)) as unknown as Document;
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  VERBS.flatMap((verb) => (item[verb] ? [{ verb, path, ...item[verb] }] : [])),
);
const nameOf = ({ verb, path }: { verb: string; path: string }) => `${verb.toUpperCase()} ${path}`;

/** Somebody who may do everything, so that nothing but what is looked at stands against them. */
const EVERYBODY = 1;
const STAGES = ["Propose", "Recruit", "Cover", "Execute", "Archive"] as const;
const activityOf = (stage: number) => `act_${String(stage + 1).padStart(26, "0")}`;
const known = { mem: memberIdOf("partyA1"), ses: "ses_".padEnd(29, "0").concat("1"), unit: TEAM };

/** A request that a route might take, at an activity in a stage. */
function requestTo({ path, parameters = [], requestBody }: (typeof operations)[number], stage = 0) {
  const { sample } = samplesOf(document.components.schemas, { ...known, act: activityOf(stage) });
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (path.startsWith("/activities/{id}") && name === "id") return activityOf(stage);
    const pattern = { memberId: "^mem_", activityId: "^act_", sessionId: "^ses_" }[name];
    const schema = parameters.find((one) => one.name === name)?.schema ?? {};
    return encodeURIComponent(String(sample(pattern ? { type: "string", pattern } : schema)));
  });
  const query = parameters.filter((one) => one.in === "query" && one.required);
  const search = new URLSearchParams(query.map(({ name, schema }) => [name, String(sample(schema))]));
  const schema = requestBody?.content["application/json"]?.schema;
  const content = schema ? { body: JSON.stringify(sample(schema)) } : {};
  return { address: `${SITE}/api/v1${filled}?${search}`, ...content };
}

beforeAll(async () => {
  await alliance.given.members("partyA1");
  await alliance.given.member(EVERYBODY, { roles: ROLES.map((role) => grant(role)) });
  await alliance.given.units([...POSTS, ...BRANCHES, ...TEAMS]);
  for (const [at, stage] of STAGES.entries())
    await alliance.given.activity({ id: activityOf(at) as never, organizerId: memberIdOf(EVERYBODY) }, stage);
});
afterAll(() => alliance.close());

describe("a fresh one-time code", () => {
  const demanded = operations.filter((operation) => operation["x-step-up"] === true);

  it("is demanded of sessions by second approvals, by what changes many, and by exports of everybody's data", () => {
    expect(demanded.map(nameOf).sort()).toEqual([
      "GET /awards/{year}/runs/{run}/standings.jsonl",
      "GET /awards/{year}/runs/{run}/standings.xlsx",
      "GET /exports/ledger.jsonl",
      "GET /exports/ledger.xlsx",
      "POST /activities/{id}/corrections/{correctionId}/decision",
      "POST /activities/{id}/sessions/{sessionId}/back-entries/{memberId}/approve",
      "POST /awards/{year}/runs/{run}/confirmation",
      "POST /imports/{id}/apply",
      "POST /imports/{id}/undo",
      "POST /me/tokens",
      "POST /rule-drafts/{id}/adopt",
    ]);
    expect(operations.filter((one) => typeof one["x-step-up"] === "string").map(nameOf)).toEqual([
      "POST /activities/{id}/proposal/decision",
    ]);
  });

  it("is demanded by every route that says it is for a second person or hands out a file of all", () => {
    const delicate = operations.filter(
      ({ path, summary }) => /second person|two people/i.test(summary) || /\.(jsonl|xlsx|csv)$/.test(path),
    );

    expect(delicate.filter((one) => !one["x-step-up"]).map(nameOf)).toEqual([]);
  });

  it.each(demanded.map((one) => [nameOf(one), one] as const))("stands before %s", async (_, operation) => {
    const { secret } = await signingIn(alliance.useCases, alliance.web)(EVERYBODY);
    const { address, ...content } = requestTo(operation, 4);
    const before = alliance.store.meter.writeUnits;
    const answer = await (await alliance.web()).request(address, {
      method: operation.verb.toUpperCase(),
      headers: { cookie: `__Host-yigong=${secret}`, "content-type": "application/json", ...OWN_PAGE },
      ...content,
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
    const ask = async (operation: (typeof operations)[number], stage: number) => {
      const { address, ...content } = requestTo(operation, stage);
      const headers = { authorization: `Bearer ${secret}`, "content-type": "application/json" };
      return (await web.request(address, { method: operation.verb.toUpperCase(), headers, ...content })).status;
    };
    const messages = operations.find(({ path, verb }) => path === "/messages" && verb === "get");
    const first = messages && (await ask(messages, 0));
    const wrong: string[] = [];
    for (const operation of operations)
      for (const stage of STAGES.keys()) {
        const before = alliance.store.meter.writeUnits;
        const status = await ask(operation, stage);
        const isOwn = operation.path.startsWith("/messages");
        if ((status < 400 && !isOwn) || alliance.store.meter.writeUnits !== before)
          wrong.push(`${nameOf(operation)} ${STAGES[stage]}: ${status}`);
      }

    expect(first).toBe(200);
    expect(wrong).toEqual([]);
  });
});
