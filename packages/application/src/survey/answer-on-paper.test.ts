import { ASKING, CLOSES, surveying } from "@yigong/testing/scenario/surveying.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, expect, it } from "vitest";

const alliance = await testAlliance({ startAt: ASKING });
const { when, given, useCases } = alliance;
let ask: ReturnType<typeof surveying>;
beforeEach(async () => {
  await alliance.clear();
  await given.members("service", "organizer");
  ask = surveying(alliance);
});
afterAll(() => alliance.close());

const handOut = (id: string, handedOut: number) =>
  when("organizer").put(`/activities/${id}/survey/papers`, { handedOut });
const open = async (clients: readonly object[], papers: number) => {
  const made = await ask.activity(clients);
  if (papers > 0) await handOut(made.id, papers);
  await useCases.surveys.open(made, { at: alliance.clock.at, closesAt: CLOSES });
  await ask.sendAll(made.id, 1);
  return made.id as string;
};
const type = async (id: string, sheets: readonly object[], once = "batch-one") =>
  (await when("service").post(`/activities/${id}/survey/paper-answers`, { once, sheets })).body;
const statesOf = async (...asked: Parameters<typeof type>) =>
  (await type(...asked)).sheets.map(({ state, code }: { state: string; code?: string }) => code ?? state);
const sheet = (number: number, satisfaction = 5) => ({ sheet: number, answer: { satisfaction } });
const viewOf = async (id: string) => (await when("organizer").get(`/activities/${id}/survey`)).body;

it("asks on paper alone, where nobody can be sent a link", async () => {
  const id = await open([], 6);

  expect(await viewOf(id)).toMatchObject({
    status: "open",
    counts: { issued: 6, delivered: 6, answered: 0, papers: { issued: 6, answered: 0 } },
  });
});

it("takes each form by itself, once, by its number or by the client who filled it in", async () => {
  const id = await open([{ mobile: "13600136001" }, { mobile: "13600136002" }], 3);
  const form = { clientId: "cli_0001", answer: { satisfaction: 4, comment: "很好" } };

  expect(await statesOf(id, [sheet(1), sheet(4), form, { ...form, clientId: "cli_0009" }])).toEqual([
    "typed",
    "survey.no_such_paper",
    "typed",
    "survey.client_missing",
  ]);
  expect(await statesOf(id, [sheet(1), form])).toEqual(["again", "again"]);
  expect(await statesOf(id, [sheet(1, 1), form], "batch-two")).toEqual([
    "survey.already_answered",
    "survey.already_answered",
  ]);
  expect((await when("organizer").get(`/activities/${id}/survey/papers`)).body).toEqual({ handedOut: 3, typed: [1] });
  expect((await viewOf(id)).counts).toMatchObject({ issued: 5, answered: 2, papers: { issued: 3, answered: 1 } });
  expect((await when("organizer").get(`/activities/${id}/served`)).body.items).toMatchObject([
    { answered: true },
    { answered: false },
  ]);
});

it("takes one answer of a client, whichever way came first", async () => {
  const id = await open([{ mobile: "13600136001" }], 0);
  const answer = { satisfaction: 5 };
  await when("service").post(`/activities/${id}/survey/phone-answers`, { clientId: "cli_0001", answer });

  expect(await statesOf(id, [{ clientId: "cli_0001", answer }])).toEqual(["survey.already_answered"]);
});

it("says no less was handed out than was typed in, and is typed by nobody whom it judges", async () => {
  const id = await open([], 5);
  await type(id, [sheet(4)]);
  const own = await when("organizer").post(`/activities/${id}/survey/paper-answers`, {
    once: "batch-one",
    sheets: [sheet(1)],
  });

  expect((await handOut(id, 3)).body.code).toBe("survey.papers_typed");
  expect((await handOut(id, 8)).body).toEqual({ handedOut: 8, typed: [4] });
  expect(own.body.code).toBe("permission.denied");
});

it("is counted apart, and shows nothing below five answers nor a way from which fewer could be worked out", async () => {
  const clients = Array.from({ length: 5 }, (_, n) => ({ mobile: `1360013600${n}` }));
  const results = async (papers: number) => {
    const id = await open(clients, papers);
    for (const n of [1, 2, 3, 4, 5])
      await when("service").post(`/activities/${id}/survey/phone-answers`, {
        clientId: `cli_000${n}`,
        answer: { satisfaction: 5 },
      });
    await type(
      id,
      Array.from({ length: papers }, (_, n) => sheet(n + 1, 2)),
    );
    await useCases.surveys.close(id, alliance.clock.at);
    return (await viewOf(id)).results;
  };

  expect((await results(4)).channels).toBeUndefined();
  expect((await results(5)).channels).toMatchObject({ phone: { n: 5, of: 5 }, paper: { n: 0, of: 5 } });
});

it("is refused once the survey is closed", async () => {
  const id = await open([], 2);
  await useCases.surveys.close(id, alliance.clock.at);

  expect((await type(id, [sheet(1)])).code).toBe("survey.closed");
});
