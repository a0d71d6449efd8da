import { close } from "@yigong/core/lifecycle/move.ts";
import { memberIdOf, type Person } from "@yigong/testing/sample/person.ts";
import { ASKING, CLOSES, surveying } from "@yigong/testing/scenario/surveying.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance({ startAt: ASKING });
const { clock, given, useCases, when } = alliance;
const ask = surveying(alliance);
const volunteer = 1;
const present = [11, 12, 13, 14, 15];
beforeAll(() => given.members("organizer", "service", "auditor", volunteer, ...present));
beforeEach(() => {
  clock.at = ASKING;
});
afterAll(() => alliance.close());

/** Calls as somebody; answers with the body, or with the code of the refusal. */
async function call(actor: Person, method: "GET" | "POST", path: string, json?: object) {
  const { status, body } = await when(actor).send(method, path, json);
  return (status === 200 ? body : { code: body.code }) as Record<string, unknown>;
}

const opened = async (clients = 6) => {
  const list = Array.from({ length: clients }, (_, at) => ({ mobile: `1391234${String(at).padStart(4, "0")}` }));
  const made = await ask.open(list);
  await given.present(made, volunteer);
  await ask.sendAll(made.id, 1);
  return made.id;
};
const phoned = (id: string, clients: number) =>
  Promise.all(
    Array.from({ length: clients }, (_, at) =>
      call("service", "POST", `/activities/${id}/survey/phone-answers`, {
        clientId: `cli_000${at + 1}`,
        answer: { satisfaction: 5, comment: `第${at + 1}位` },
      }),
    ),
  );
const actionsOf = async (id: string) =>
  (await useCases.audits.about(id, { limit: 50 })).items.map(({ action, actorId }) => [action, actorId]);
/** Who ended the stage of an activity, and how. */
const decisionsOf = async (id: string) =>
  (await useCases.audits.about(id, { limit: 50 })).items
    .filter(({ action }) => action === "lifecycle.close")
    .map(({ actorId, role, reason, detail }) => ({ by: actorId, role, reason, ...detail }));

describe("served clients", () => {
  it("are added by the organizer, listed with hidden contacts, and shown one by one to customer service", async () => {
    const { id } = await ask.activity([]);
    const clients = [{ name: "王芳", mobile: "138 1234 5678" }, { mobile: "13812345678" }, { email: "li@example.org" }];

    expect(await call("organizer", "POST", `/activities/${id}/served`, { clients })).toEqual({
      ...{ added: 2, duplicates: 1, total: 2 },
    });
    expect(await call("organizer", "GET", `/activities/${id}/served`)).toMatchObject({
      items: [
        { clientId: "cli_0001", name: "王芳", mobile: "138****5678", answered: false },
        { clientId: "cli_0002", email: "l***@example.org" },
      ],
    });
    expect(await call("service", "POST", `/activities/${id}/served/cli_0001/contact`)).toMatchObject({
      mobile: "13812345678",
    });
    expect(await actionsOf(id)).toEqual([
      ["survey.readContact", memberIdOf("service")],
      ["survey.addServed", memberIdOf("organizer")],
    ]);
  });

  it("are nobody else's business", async () => {
    const id = await opened();

    for (const actor of [volunteer, "auditor"] as const)
      expect(await call(actor, "GET", `/activities/${id}/served`)).toEqual({ code: "permission.denied" });
    expect(await call("organizer", "POST", `/activities/${id}/served/cli_0001/contact`)).toEqual({
      code: "permission.denied",
    });
  });

  it.each([
    ["input.invalid", [{ name: "nobody can be reached" }]],
    ["input.invalid", []],
  ])("are refused when they are no contacts (%s)", async (code, clients) => {
    const { id } = await ask.activity([]);

    expect(await call("organizer", "POST", `/activities/${id}/served`, { clients })).toEqual({ code });
  });

  it("are refused without a definite served party and once the survey is open", async () => {
    const without = await ask.activity([], { servedParty: { kind: "none", reason: "街头宣传" } });
    const clients = [{ mobile: "13900000000" }];

    expect(await call("organizer", "POST", `/activities/${without.id}/served`, { clients })).toEqual({
      code: "survey.no_served_party",
    });
    expect(await call("organizer", "POST", `/activities/${await opened()}/served`, { clients })).toEqual({
      code: "survey.opened",
    });
  });

  it("unknown by number have no contact", async () => {
    const id = await opened();

    expect(await call("service", "POST", `/activities/${id}/served/cli_0099/contact`)).toEqual({
      code: "survey.client_missing",
    });
  });
});

describe("a survey", () => {
  it("shows its course to everybody, counts while it is open and results once it is closed to those who may", async () => {
    const id = await opened();
    await phoned(id, 5);
    const seen = () =>
      Promise.all(([volunteer, "auditor"] as const).map((actor) => call(actor, "GET", `/activities/${id}/survey`)));
    const [course, counts] = await seen();

    expect(course).toEqual({
      ...{ status: "open", openedAt: clock.at, closesAt: "2026-09-20T10:00:00.000Z", issue: 1 },
    });
    expect(counts).toEqual({ ...course, counts: { issued: 6, delivered: 6, answered: 5 } });

    await useCases.surveys.close(id, clock.at);
    const [closed, results] = await seen();

    expect(closed).toEqual({ ...course, status: "closed", closedAt: clock.at });
    expect(results).toMatchObject({ results: { csat: { n: 5, of: 5, percent: "100.0%" } } });
  });

  it("shows comments only when it is closed and five have answered", async () => {
    const [few, many] = [await opened(), await opened()];
    await phoned(few, 4);
    await phoned(many, 5);
    const comments = async (id: string) => (await call("auditor", "GET", `/activities/${id}/survey/comments`)).items;

    expect(await comments(many)).toEqual([]);
    for (const id of [few, many]) await useCases.surveys.close(id, clock.at);
    expect([await comments(few), (await comments(many)) as string[]]).toEqual([
      [],
      expect.objectContaining({ length: 5 }),
    ]);
  });

  it("is skipped with a reason, which ends the stage", async () => {
    const id = await opened();
    const survey = await call("organizer", "POST", `/activities/${id}/survey/skip`, { reason: "住户集体外出" });

    expect(survey).toMatchObject({ status: "skipped", skipped: { cause: "decided", reason: "住户集体外出" } });
    expect(await decisionsOf(id)).toMatchObject([
      { stage: "Survey", kind: "skipped", by: memberIdOf("organizer"), reason: "住户集体外出" },
    ]);
  });

  it("is not skipped without a reason, nor once somebody has answered", async () => {
    const id = await opened();
    await phoned(id, 1);
    const skip = (json: object) => call("organizer", "POST", `/activities/${id}/survey/skip`, json);

    expect([await skip({ reason: " " }), await skip({ reason: "x" })]).toEqual([
      { code: "input.invalid" },
      { code: "survey.answered" },
    ]);
    expect(await decisionsOf(id)).toEqual([]);
  });

  it("is closed early, takes no more answers, and ends the stage", async () => {
    const id = await opened();
    await call("service", "POST", `/activities/${id}/survey/close`, {});

    expect(await decisionsOf(id)).toMatchObject([
      { stage: "Survey", kind: "closedEarly", by: memberIdOf("service"), role: "customerService" },
    ]);
    expect(await phoned(id, 1)).toEqual([{ code: "survey.closed" }]);
  });

  it.each(["skip", "close"])("stays open when the lifecycle does not let it %s", async (how) => {
    const id = await opened();
    const over = { kind: "deadline", at: clock.at, by: "system" } as const;
    await given.stage({ id }, close(await useCases.lifecycles.get(id), "Survey", over));

    expect(await call("organizer", "POST", `/activities/${id}/survey/${how}`, { reason: "x" })).toEqual({
      code: "lifecycle.stage_closed",
    });
    expect(await useCases.surveys.get(id)).toMatchObject({ status: "open", closesAt: "2026-09-20T10:00:00.000Z" });
  });

  it("reminds by an effect and an audit entry, and not again while that is on its way", async () => {
    const id = await opened();
    const remind = () => call("organizer", "POST", `/activities/${id}/survey/reminders`);

    expect([(await remind()).issue, await remind()]).toEqual([2, { code: "survey.still_sending" }]);
    expect(await useCases.outbox.get(`survey:${id}:2`)).toMatchObject({
      effect: { kind: "survey.send", activityId: id, issue: 2 },
    });
    expect(await actionsOf(id)).toEqual([["survey.remind", memberIdOf("organizer")]]);
  });

  it("takes one answer of a client by phone, from customer service only, and keeps who entered it", async () => {
    const id = await opened();
    const enter = (actor: Person) =>
      call(actor, "POST", `/activities/${id}/survey/phone-answers`, {
        clientId: "cli_0001",
        answer: { satisfaction: 4 },
      });

    expect([await enter("organizer"), await enter("service"), await enter("service")]).toEqual([
      { code: "permission.denied" },
      { recorded: true },
      { code: "survey.already_answered" },
    ]);
    expect(await useCases.surveys.links.answers(id)).toMatchObject([
      { channel: "phone", enteredBy: memberIdOf("service") },
    ]);
  });
});

describe("happiness", () => {
  const say = (actor: Person, id: string) => call(actor, "POST", `/activities/${id}/happiness`, { score: 5 });

  it("is told once by each who was present, and kept without the name", async () => {
    const id = await opened();

    expect([await say(volunteer, id), await say(volunteer, id), await say("auditor", id)]).toEqual([
      { recorded: true },
      { code: "happiness.answered" },
      { code: "permission.denied" },
    ]);
  });

  it("is shown from five answers up, once nobody is asked any more", async () => {
    const id = await opened();
    const activity = await useCases.activities.get(id);
    for (const person of present) {
      await given.present(activity, person);
      await say(person, id);
    }
    const read = () => call("auditor", "GET", `/activities/${id}/survey`);

    expect(await read()).not.toHaveProperty("happiness");
    await useCases.surveys.close(id, clock.at);
    expect(await read()).toMatchObject({ happiness: { answered: 5, results: { top: { percent: "100.0%" } } } });
  });

  it("is asked for fourteen days when there is no survey, and shown after them", async () => {
    const made = await ask.activity([], { servedParty: { kind: "none", reason: "街头宣传" } });
    await given.present(made, volunteer);
    await useCases.surveys.open(made, { at: clock.at, closesAt: CLOSES });
    const read = () => call("auditor", "GET", `/activities/${made.id}/survey`);

    expect(await say(volunteer, made.id)).toEqual({ recorded: true });
    expect(await read()).not.toHaveProperty("happiness");
    clock.at = "2026-09-24T02:00:00.000Z";
    expect(await read()).toMatchObject({ status: "skipped", happiness: { answered: 1, results: {} } });
  });
});

it("describes its routes", async () => {
  const { paths } = await (await (await alliance.web()).request("/api/openapi.json")).json();
  const own = Object.keys(paths).filter((path) => /^\/activities\/.*(survey|served|happiness)/.test(path));

  expect(own.sort()).toEqual([
    "/activities/{id}/happiness",
    "/activities/{id}/served",
    "/activities/{id}/served/{clientId}",
    "/activities/{id}/served/{clientId}/contact",
    "/activities/{id}/survey",
    "/activities/{id}/survey/close",
    "/activities/{id}/survey/comments",
    "/activities/{id}/survey/paper-answers",
    "/activities/{id}/survey/papers",
    "/activities/{id}/survey/phone-answers",
    "/activities/{id}/survey/reminders",
    "/activities/{id}/survey/skip",
  ]);
});
