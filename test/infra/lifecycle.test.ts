import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { play, STORY } from "@yigong/local/demo/play.ts";
import { activityReport } from "@yigong/local/demo/report.ts";
import { noted } from "@yigong/local/demo/scene.ts";
import type { Use } from "@yigong/testing/iam/guard.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Cloud, openCloud } from "../lambda/cloud.ts";
import type { Deployment } from "../lambda/deployment.ts";
import { deploymentOf } from "../lambda/from-stack.ts";
import { machineRole, rolesOf, scheduleRole } from "../lambda/roles.ts";
import { AWARDS } from "../lambda/story/award.ts";
import { CARE } from "../lambda/story/care.ts";
import { LARGE } from "../lambda/story/large.ts";
import { MISHAPS } from "../lambda/story/mishaps.ts";
import { RECORDS } from "../lambda/story/records.ts";
import { type CloudScene, cloudScene } from "../lambda/story/scene.ts";
import { TRAINING } from "../lambda/story/training.ts";
import { SECRETS } from "./dry-runs.ts";
import { stacks } from "./stacks.ts";

const START = "2026-09-01T01:00:00.000Z";
const LONGEST_MS = 600_000;

type Report = Awaited<ReturnType<typeof activityReport>>;

let dataDir: string;
let deployment: Deployment;
let cloud: Cloud;
let scene: CloudScene;
let reports: Report[];

/** Whatever a log must not have, there was some of it. */
const KINDS = [
  "bearer token",
  "check-in code",
  "employee number",
  "free text",
  "mail address",
  "mobile number",
  "name",
  "secret",
  "survey link",
  "task token",
];

const tokens = new Uint8Array(Buffer.from(SECRETS.TokenSecret, "base64url"));

/** The demo's two activities, then a year that goes on with much that seldom happens. */
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "yigong-cloud-"));
  deployment = deploymentOf(stacks.full);
  cloud = await openCloud({ deployment, dataDir, startAt: START });
  scene = cloudScene(cloud, deployment, tokens);
  for (const { run } of STORY) {
    await run(scene);
    await cloud.settle();
  }
  reports = [];
  for (const name of ["visit", "community"]) reports.push(await activityReport(scene, noted(scene, name)));
  for (const { run } of [...CARE, ...MISHAPS, ...RECORDS, ...TRAINING, ...AWARDS, ...LARGE]) await run(scene);
  await cloud.close();
}, LONGEST_MS);
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** What is the same however ids came out. */
const comparable = ({ activityId: _, points, ...report }: Report) => ({
  ...report,
  points: points.map(({ points: each }) => each).sort(),
});

describe("the deployed functions, as Lambda would run them", () => {
  it(
    "come to the same end as one machine",
    async () => {
      const machineDir = join(dataDir, "machine");
      const quiet = () => undefined;
      const local = await play({ dataDir: machineDir, env: {}, tell: quiet, log: quiet });

      expect(reports.map(comparable)).toEqual(local.activities.map((report) => comparable(report as Report)));
    },
    LONGEST_MS,
  );

  it("make no mistake: no job fails, no invocation is lost, no fault is logged but that the gateways were away", () => {
    const isAway = (line: string) => /message\.undelivered|"error":"channel\.unavailable"/.test(line);
    const faults = cloud.logs.filter(({ line }) => line.includes('"fault"') && !isAway(line));

    expect([cloud.problems, cloud.invoker.lost, faults]).toEqual([[], [], []]);
  });
});

describe("permissions", () => {
  const uses = (): [string, Use][] => [...rolesOf(deployment).keys()].map((role) => [role, cloud.guard.use(role)]);
  const without = (lines: readonly string[], excepted: RegExp) => lines.filter((line) => !excepted.test(line));

  it("are enough: nothing that a year needs is denied", () => {
    const denied = uses().flatMap(([role, use]) => use.denied.map((line) => `${role}: ${line}`));

    expect(denied).toEqual([]);
  });

  it("are no more than is used, by function, state machine and schedule", () => {
    // A state machine's service writes logs and traces itself, where nobody here can see it.
    const ofService = /^(logs|xray):/;
    const unused = uses().flatMap(([role, use]) =>
      without(use.unused, role.startsWith(machineRole("")) ? ofService : /^$/).map((line) => `${role}: ${line}`),
    );
    process.stdout.write(table(uses()));

    expect(unused).toEqual([]);
  });

  it("let each schedule invoke its one function", () => {
    const scheduled = uses().filter(([role]) => role.startsWith(scheduleRole("")));

    expect(scheduled.map(([, { used }]) => used.length)).toEqual(scheduled.map(() => 1));
  });
});

/** What each role used, in short. */
function table(uses: readonly [string, Use][]): string {
  const short = (line: string) => line.replace(/ on (arn:[^ ]*[:/])?/, " ").replace(/yigong-full-|-bdvfbzta/g, "");
  return uses.map(([role, { used }]) => `${role.padEnd(28)} ${used.map(short).join(", ")}\n`).join("");
}

describe("the logs of a year", () => {
  /** Everything that was issued or said, besides what requests and tasks have shown. */
  const collect = () => {
    const { issued } = cloud;
    const people = new TextDecoder("gb18030").decode(
      readFileSync(new URL("../../examples/taizhou/roster.csv", import.meta.url)),
    );
    for (const row of people.split("\n").slice(1)) {
      const [number, name, , , , , , , mobile, mail] = row.split(",");
      issued.add("employee number", number);
      issued.add("name", name);
      issued.add("mobile number", mobile);
      issued.add("mail address", mail);
    }
    for (const { recipient, body } of cloud.texts()) {
      issued.add("mobile number", recipient);
      issued.add("survey link", /\/s\/([\w-]+)/.exec(body)?.[1]);
    }
    for (const { to, text } of cloud.mails) {
      issued.add("mail address", ...to);
      issued.add("survey link", /\/s\/([\w-]+)/.exec(text)?.[1]);
    }
    issued.add("secret", ...Object.values(SECRETS).filter((value) => value.length > 10));
    for (const { deployed } of deployment.functions.values()) issued.add("secret", deployed.environment.SST_KEY);
    return issued;
  };

  it("have nothing in them that was issued to anybody, and no name, number, address or word of theirs", () => {
    const issued = collect();

    expect(cloud.logs.length).toBeGreaterThan(500);
    expect(
      Object.entries(issued.counts())
        .flatMap(([kind, count]) => (count > 0 ? [kind] : []))
        .sort(),
    ).toEqual(KINDS);
    expect(issued.foundIn(cloud.logs)).toEqual([]);
  });

  it("have no path, address or query in the gateway's own lines", () => {
    const lines = cloud.logs.filter(({ by }) => by === "Gateway").map(({ line }) => line);

    expect(lines.length).toBeGreaterThan(100);
    expect(lines.filter((line) => /\/s\/\w|192\.0\.2\.1|\?/.test(line.replaceAll("/s/{token}", "")))).toEqual([]);
  });

  it("name each request in the gateway's own line as in that of its function", () => {
    const linesOf = (from: (by: string) => boolean) => cloud.logs.filter(({ by }) => from(by)).map(({ line }) => line);
    const own = linesOf((by) => by === "Gateway").join("\n");
    const functions = linesOf((by) => by !== "Gateway").join("\n");
    const ids = cloud.requests.map(({ id }) => id);

    expect(ids.filter((id) => !/^[\w-]{15}=$/.test(id))).toEqual([]);
    expect(ids.filter((id) => !own.includes(`"${id}"`))).toEqual([]);
    // A function that was killed has said nothing, and the gateway tells of an error.
    const dead = new Set(
      own.split("\n").flatMap((line) => (/"status":"5/.test(line) ? [JSON.parse(line).requestId] : [])),
    );
    expect(ids.filter((id) => !dead.has(id) && !functions.includes(`"correlation":"${id}"`))).toEqual([]);
    expect(dead.size).toBeLessThan(5);
  });

  const written = (request: (one: Cloud["requests"][number]) => boolean) => {
    const { id } = cloud.requests.find(request) ?? {};
    return new Set(cloud.logs.filter(({ line }) => line.includes(`"correlation":"${id}"`)).map(({ by }) => by));
  };

  it("follow a request by its id to the tasks of the execution that it began", () => {
    const by = written(({ method, url }) => method === "POST" && url === "/api/v1/activities");

    expect(by).toEqual(new Set(["Api", "Recruit", "Cover", "Execute", "Archive", "Survey", "Award"]));
  });

  it("follow a request by its id to an effect of it that could not be sent at once", () => {
    const by = written(({ url }) => url === `/api/v1/activities/${scene.notes.gone}/cancel`);

    expect(by).toEqual(new Set(["Api", "Outbox"]));
  });
});
