import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { DECISIONS, doneOf, FORMS, type Kind } from "./decisions.ts";
import { BLANK, saidOf } from "./typed.ts";

const asked: Request[] = [];
beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal("navigator", { languages: ["zh-CN"] });
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    asked.push(new Request(`http://localhost:3000${path}`, init));
    return Response.json({});
  });
});
afterEach(() => vi.unstubAllGlobals());

const sent = async () =>
  Promise.all(
    asked
      .filter(({ method }) => method !== "GET")
      .map(async (request) => [
        `${request.method} ${new URL(request.url).pathname.replace("/api/v1", "")}`,
        JSON.parse((await request.text()) || "{}"),
      ]),
  );
const kinds = Object.keys(DECISIONS) as Kind[];

it.each(kinds.flatMap((kind) => FORMS[kind].verdicts.map((verdict) => [kind, verdict] as const)))(
  "says %s with %s in one POST",
  async (kind, verdict) => {
    await DECISIONS[kind](["a", "b", "c"], { verdict, reason: "理由充分" });

    expect((await sent()).map(([line]) => line)).toEqual([expect.stringMatching(/^POST /)]);
  },
);

it("confirms the very list that was shown, with its replacements", async () => {
  const replacements = [{ out: "mem_5", in: "mem_6", reason: "另有表彰，本人同意" }];
  await DECISIONS.award(["2026", "1"], { verdict: "yes", reason: "", replacements });

  expect(await sent()).toEqual([["POST /awards/2026/runs/1/confirmation", { replacements }]]);
});

it("keeps a stale run, or withdraws it, with the reason", async () => {
  for (const verdict of ["yes", "no"] as const)
    await DECISIONS.awardStale(["2026", "1"], { verdict, reason: "留到下次" });

  expect(await sent()).toEqual([
    ["POST /awards/2026/runs/1/continuation", { reason: "留到下次" }],
    ["POST /awards/2026/runs/1/withdrawal", { reason: "留到下次" }],
  ]);
});

it("decides on the objection that was shown", async () => {
  const said = { verdict: "no", reason: "已核对积分", objectionId: "obj_1" } as const;
  await DECISIONS.awardObjection(["2026", "1"], said);

  expect(await sent()).toEqual([
    ["POST /awards/2026/runs/1/objections/obj_1/decision", { upheld: false, reason: "已核对积分" }],
  ]);
});

it("grants an adviser, money and teams, and leaves out what was left empty", async () => {
  const typed = { ...BLANK, reason: "很好 ", yuan: "300.50", adviserId: "mem_7", teamIds: ["unit_1"] };
  await DECISIONS.proposal(["act_1"], { verdict: "yes", ...saidOf(typed) });
  await DECISIONS.proposal(["act_1"], { verdict: "yes", ...saidOf({ ...BLANK, reason: "很好" }) });

  expect((await sent()).map(([, body]) => body)).toEqual([
    {
      verdict: "approve",
      reason: "很好",
      grants: { moneyFen: 30_050, adviserId: "mem_7", volunteerTeamIds: ["unit_1"] },
    },
    { verdict: "approve", reason: "很好", grants: {} },
  ]);
});

it("says of the annual run what follows from where it stands now", () => {
  expect([doneOf("award", { status: "deciding" }), doneOf("award", { status: "noticed" })]).toEqual([
    "done.award.first",
    "done.award.both",
  ]);
  expect([doneOf("awardStale", { status: "withdrawn" }), doneOf("leave", undefined)]).toEqual([
    "done.award.withdrawn",
    "done",
  ]);
});
