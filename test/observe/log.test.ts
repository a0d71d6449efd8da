import { STAGES } from "@yigong/core/lifecycle/lifecycle.ts";
import { type Alliance, openAlliance, type Started } from "@yigong/testing/alliance.ts";
import { numberOf, WHO } from "@yigong/testing/sample/people.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerAndEnd, CLIENTS, COMMENT, liveOnce, tryInVain } from "./story.ts";
import { type Exchange, tapped, textsOf } from "./wire.ts";

let house: Alliance;
let activity: Started;
let wire: ReturnType<typeof tapped>;
/** The correlations of rows of the outbox, by the effects' ids. */
const effects = new Map<string, string | undefined>();
let lines: string[];

beforeAll(async () => {
  house = await openAlliance({ env: { YIGONG_LOG: "info" } });
  wire = tapped(house.machine);
  const { outbox } = house.machine.app.useCases;
  const due = outbox.due.bind(outbox);
  outbox.due = async (...asked) => {
    const rows = await due(...asked);
    for (const { effect, correlation } of rows) effects.set(effect.id, correlation);
    return rows;
  };
  activity = await liveOnce(house);
  await tryInVain(house, activity);
  await answerAndEnd(house, activity);
  lines = [...house.faults];
});
afterAll(() => house.close());

/** What may be in a log and holds digits or letters by chance. */
const withoutIds = (line: string): string =>
  line
    .replaceAll(/\b[a-z]{2,10}_[0-9a-z]{26}/g, "ID")
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d[:-]\d\d[:-]\d\d[.-]\d{3}Z/g, "INSTANT")
    .replaceAll(/\b(ms|ageSeconds|year)=\d+/g, "$1=N");

/** Fields whose texts are people's own, or open doors. */
const PRIVATE = new Set(
  [
    "name",
    "title",
    "description",
    "place",
    "risks",
    "note",
    "reason",
    "summary",
    "text",
    "comment",
    "subject",
    "body",
  ].concat([
    "mobile",
    "email",
    "employeeNumber",
    "evidence",
    "caption",
    "submission",
    "url",
    "href",
    "key",
    "recipient",
  ]),
);
/** Words of our own: stages, a reason of a list, and offices, as which some on the roster of these tests are called. */
const OURS = new Set<string>([...STAGES, "Award", "workConflict", "admin", "alliance", "organizer", "lead", "service"]);

/** What people may type or read, but nobody else; a page's text is in what was typed for it. */
const privateIn = ({ sent, answered }: Exchange): string[] =>
  [...textsOf(sent), ...(answered.startsWith("<") ? [] : textsOf(answered))].flatMap(([field, text]) =>
    PRIVATE.has(field) ? [text] : [],
  );

const codesIn = ({ path, sent, answered }: Exchange): string[] => {
  if (!/\/(?:code|check-in)$/.test(path)) return [];
  return textsOf(path.endsWith("/code") ? answered : sent).flatMap(([field, text]) => (field === "code" ? [text] : []));
};

function issued(): Record<string, string[]> {
  const { exchanges, events } = wire;
  const { machine } = house;
  const links = exchanges.flatMap(({ answered, path }) => [...`${answered} ${path}`.matchAll(/\/s\/(\w+)/g)]);
  const secrets = Object.values(machine.secrets).map((secret) => Buffer.from(secret));
  return {
    "bearer tokens": exchanges.flatMap(({ authorization }) => (authorization ? [authorization.slice(7)] : [])),
    "task tokens": events.flatMap(({ token }) => (typeof token === "string" ? [token] : [])),
    "survey tokens": links.flatMap(([, token]) => (token ? [token] : [])),
    secrets: secrets.flatMap((secret) => [
      secret.toString("hex"),
      secret.toString("base64url"),
      secret.toString("base64"),
    ]),
    "check-in codes": exchanges.flatMap(codesIn),
    "mobile numbers": CLIENTS.map(({ mobile }) => mobile),
    "mail addresses": CLIENTS.flatMap(({ email }) => (email ? [email] : [])),
    names: [...CLIENTS.map(({ name }) => name), ...WHO],
    "employee numbers": WHO.map(numberOf),
    "texts of people": [COMMENT, ...exchanges.flatMap(privateIn)],
  };
}

describe("the log of a whole life, a line for everything", () => {
  it("was lived to its end, and has lines of every kind", async () => {
    expect(await house.stagesOf(activity)).toMatchObject({ status: "done", Survey: "deadline", Award: "posted" });

    for (const kind of ["info request", "info task", "info outbox", "info job"])
      expect(lines.filter((line) => line.includes(` ${kind} `)).length).toBeGreaterThan(0);
  });

  it("has none of what was issued, typed or known of people", () => {
    const log = lines.map(withoutIds).join("\n");

    for (const [what, values] of Object.entries(issued())) {
      const known = [...new Set(values)].filter((value) => value.length >= 3 && !OURS.has(value));

      expect(known.length, what).toBeGreaterThan(0);
      expect(
        known.filter((value) => log.includes(value)),
        what,
      ).toEqual([]);
    }
  });

  it("never needed to hide anything: nothing that could give somebody away was handed to it", () => {
    expect(lines.filter((line) => /<(link|mail|token|digits|text)>/.test(line))).toEqual([]);
    expect(lines.filter((line) => /[^\x20-\x7e]/.test(line))).toEqual([]);
  });

  it("has no address of a request, only the pattern of its route", () => {
    const routes = lines.flatMap((line) => / route=(\S+)/.exec(line)?.[1] ?? []);

    expect(routes).toContain("/s/:token");
    expect(routes).toContain("/api/v1/activities/:id/sign-ups");
    expect(routes).toContain("none");
    expect(routes.filter((route) => /\d/.test(route.replace("/api/v1/", "")))).toEqual([]);
  });
});

describe("a correlation", () => {
  const begun = () => wire.exchanges.find(({ method, path }) => method === "POST" && path === "/api/v1/activities");

  it("goes from the request to the effect that it caused, to the execution, to each of its tasks", async () => {
    const id = begun()?.requestId ?? "none";
    const started = effects.get(`start:${activity.id}:1`);
    const executionArn = `arn:aws:states:us-east-1:000000000000:execution:activity-lifecycle:${activity.id}-1`;
    const { input } = (await house.machine.engine.call("DescribeExecution", { executionArn })) as { input: string };
    const tasks = lines.filter((line) => line.includes(" info task ") && line.includes(`activityId=${activity.id} `));

    expect(id).toMatch(/^req_[0-9a-z]{26}$/);
    expect(started).toBe(id);
    expect(JSON.parse(input)).toMatchObject({ correlation: id });
    expect(tasks.map((line) => / state=(\w+)/.exec(line)?.[1])).toEqual(
      expect.arrayContaining(["Recruit", "Cover", "Execute", "Archive", "Survey", "Award"]),
    );
    expect(tasks.filter((line) => !line.includes(` correlation=${id} `))).toEqual([]);
  });

  it("goes on to the effects that a task caused", () => {
    const { requestId } = begun() ?? {};
    const told = [...effects].filter(([effect]) => effect.includes("recruit.duty#") && effect.includes(activity.id));

    expect(told.map(([, correlation]) => correlation)).toEqual([requestId]);
  });

  it("is another one for each request, whatever the client says, and is in the answer and its problem", async () => {
    const headers = { "x-request-id": "mine", "x-amzn-trace-id": "mine" };
    const answers = [1, 2].map(() => house.machine.web.request("/api/v1/me", { headers }));
    const [one, two] = await Promise.all(answers);
    const said = (await one?.json()) as { requestId: string; code: string };

    expect(said).toMatchObject({ code: "auth.unauthenticated", requestId: one?.headers.get("x-request-id") });
    expect(said.requestId).toMatch(/^req_/);
    expect(two?.headers.get("x-request-id")).not.toBe(said.requestId);
  });
});

describe("a mistake of ours", () => {
  it("is told with its correlation and where it arose, and not in its own words", async () => {
    const { settings } = house.machine.app.useCases;
    const { get } = settings;
    settings.get = () => Promise.reject(new Error("13912345601 王桂兰 guihua.li@example.com Li Guihua"));
    const before = house.faults.length;
    await expect(house.as("auditor").get("/organization")).rejects.toMatchObject({ status: 500, code: "internal" });
    settings.get = get;
    const told = house.faults.slice(before).join("\n");

    expect(told).toContain(` request /api/v1/organization: Error correlation=${wire.exchanges.at(-1)?.requestId}`);
    expect(told).toMatch(/^ {4}at .*log\.test\.ts:\d+$/m);
    expect(told).not.toMatch(/1391234|王桂兰|guihua|Guihua/);
  });
});
