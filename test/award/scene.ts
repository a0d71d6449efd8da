import { readFileSync } from "node:fs";
import type { Notice } from "@yigong/application/ports/channels.ts";
import { Info as Activity } from "@yigong/core/activity/activity.ts";
import { standingIn } from "@yigong/core/lifecycle/lifecycle.builder.ts";
import { finish } from "@yigong/core/lifecycle/move.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import { entryId, issuerOf, personOf } from "@yigong/core/points/points.ts";
import type { RunView } from "@yigong/functions/api/award.view.ts";
import { volunteer } from "../stage-rules/people.ts";
import { type Between, type Definition, historyOf, openRig } from "../stage-rules/rig.ts";

export const YEAR = 2026;
/** Shanghai: the morning of 15 January 2027. */
export const JANUARY = "2027-01-15T01:00:00.000Z";

/** The award run as it is built and deployed. */
export const builtRun = (): Definition =>
  JSON.parse(
    readFileSync(new URL("../../packages/workflows/dist/award-run.asl.json", import.meta.url), "utf8"),
  ) as Definition;

const pad = (number: number): string => String(number).padStart(26, "0");
export const memberId = (number: number): string => `mem_${pad(number)}`;
export const numberOf = (id: string): number => Number(id.slice(-6));

/** Members of the committee, who have no points. */
export const COMMITTEE = [101, 102, 103] as const;
const committeeRole = { role: "committee" as const, scope: { kind: "all" as const }, from: "2010-01-01T00:00:00.000Z" };

/** Points by what they are made of: attendances at 1.00, half days at 0.25; the mean is that of the activity. */
export interface Work {
  activity?: number;
  attendances: number;
  halfDays?: number;
  mean?: { numerator: number; denominator: number };
  year?: number;
}

/**
 * What the eight volunteers of the usual year have: 6.50, 6.00, 5.25, 5.00, 3.00, 3.00 with more workdays, 2.50 and
 * nothing. Odd ones are party members.
 */
export const USUAL: readonly Work[] = [
  { attendances: 6, halfDays: 2 },
  { attendances: 6 },
  { attendances: 5, halfDays: 1 },
  { attendances: 5 },
  { attendances: 3 },
  { attendances: 2, halfDays: 4 },
  { attendances: 2, halfDays: 2 },
];

/**
 * The whole system with a small alliance at the end of a year: eight volunteers, an employee who is none, a committee of
 * three. It runs on the rig of the stage rules, with the award run as its state machine.
 */
export async function openScene(options: { between?: Partial<Between>; bell?: boolean; works?: readonly Work[] } = {}) {
  const rig = await openRig({ definition: builtRun(), ...options });
  const { useCases } = rig;
  const board: Notice[] = [];
  const told: string[] = [];
  rig.channels.board = { post: async (notice) => void board.push(notice) };
  rig.channels.im = { send: async ({ to, subject }) => void told.push(`${Number(to)} ${subject}`) };
  const masses = { politicalStatuses: [{ from: "2010-01-01", status: "masses" as const }] };
  const employee = ({ volunteerSince: _, ...member }: Member): Member => member;
  for (let number = 1; number <= 8; number += 1) await volunteer(rig, number, number % 2 === 0 ? masses : {});
  await volunteer(rig, 9, masses);
  await useCases.members.change(memberId(9), (member) => ({ to: employee(member), at: rig.now() }));
  for (const number of COMMITTEE) await volunteer(rig, number, { ...masses, roles: [committeeRole] });

  let posted = 0;
  /** Posts service, or a correction of it that two people stand behind. */
  const post = async (
    number: number,
    { activity = 1, attendances, halfDays = 0, mean, year = YEAR }: Work,
    corrects = false,
  ) => {
    posted += 1;
    const [activityId, pseudonym] = [`act_${pad(activity)}`, pad(number)];
    const kind = corrects ? ("correction" as const) : ("service" as const);
    const revision = `${posted}`;
    const lines = [
      { rule: "attendance" as const, quantity: attendances, points: attendances * 100 },
      { rule: "halfDay" as const, quantity: halfDays, points: halfDays * 25 },
    ];
    const people = { code: "absence" as const, askedBy: pad(101), approvedBy: pad(102) };
    const draft = {
      id: entryId({ issuerId: activityId, pseudonym, kind, revision }),
      debit: issuerOf(activityId),
      credit: personOf(pseudonym),
      points: attendances * 100 + halfDays * 25,
      year,
      kind,
      ruleSet: 1,
      ...(mean ? { mean } : {}),
      lines,
      evidence: [],
      ...(corrects ? people : {}),
      postedAt: rig.now(),
    };
    await useCases.ledger.post(draft);
    return draft.id;
  };
  for (const [at, work] of (options.works ?? USUAL).entries()) await post(at + 1, work);

  const call = async <Answer>(number: number, method: string, path: string, body?: object): Promise<Answer> => {
    const response = await rig.as(memberId(number), method, `/api/v1/awards/${YEAR}${path}`, body);
    const text = await response.text();
    if (!response.ok) throw Object.assign(new Error(text), JSON.parse(text) as { code: string });
    await rig.settle();
    return (text === "" ? undefined : JSON.parse(text)) as Answer;
  };
  const [first, second] = COMMITTEE;
  /** A run of any year, begun by hand. */
  const rigCall = async (number: number, path: string) => {
    const response = await rig.as(memberId(number), "POST", path, { reason: "年度评选可以开始了" });
    if (!response.ok) throw (await response.json()) as { code: string };
  };
  return {
    rigCall,
    ...rig,
    board,
    told,
    post,
    call,
    /** An activity that ended on the last day of October. */
    async activity(number: number, state: "done" | "open") {
      const id = `act_${pad(number)}`;
      const session = {
        id: `ses_${pad(number)}`,
        startsAt: "2026-10-31T01:00:00.000Z",
        endsAt: "2026-10-31T03:00:00.000Z",
        positions: [{ id: `pos_${pad(number)}`, name: "引导", headCount: 2, requiredSkills: [] }],
      };
      const activity = Activity.parse({
        id,
        organizerId: memberId(101),
        ...{ title: "净滩行", description: "净滩", place: "海陵", risks: "无", origin: "team", scope: "general" },
        ...{ beneficiary: "society", purposes: [], audience: { branchIds: [], teamIds: [] }, minimumPeople: 0 },
        ...{ servedParty: { kind: "none", reason: "不特定" }, recruitUntil: "2026-10-20T00:00:00.000Z", surveyDays: 7 },
        ...{ sessions: [session], createdAt: rig.now(), version: 0 },
      });
      const awarding = { ...standingIn("Award"), activityId: id };
      const lifecycle = state === "done" ? finish(awarding, rig.now()) : { ...standingIn("Archive"), activityId: id };
      await useCases.lifecycles.found({ activity, lifecycle, effects: [], audit: [] });
    },
    /** Lets an open activity come to its end. */
    settleActivity: (number: number) =>
      useCases.lifecycles.change(`act_${pad(number)}`, rig.now(), (row) => ({
        item: finish({ ...standingIn("Award"), activityId: row.activityId }, rig.now()),
      })),
    run: (run = 1) => useCases.awards.get({ year: YEAR, run }),
    begin: (by: number = first) => call<RunView>(by, "POST", "/runs", { reason: "年度评选可以开始了" }),
    /** Two people of the committee say the same. */
    async confirm(run = 1, replacements: object[] = []) {
      await call(first, "POST", `/runs/${run}/confirmation`, { replacements });
      return call<RunView>(second, "POST", `/runs/${run}/confirmation`, { replacements });
    },
    job: async () => {
      await rig.app.jobs.awardRun();
      await rig.settle();
    },
    certificates: async () => (await useCases.certificates.ofYear(YEAR, { limit: 50 })).items,
    history: (run = 1, generation = 1) =>
      historyOf(rig.engine, rig.stateMachineArn, `award-${YEAR}-${run}-${generation}`),
    /** The whole export for the verifier. */
    exported: async (run = 1) => {
      const response = await rig.as(memberId(first), "GET", `/api/v1/awards/${YEAR}/runs/${run}/standings.jsonl`);
      return response.text();
    },
  };
}
export type Scene = Awaited<ReturnType<typeof openScene>>;
