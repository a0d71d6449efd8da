import { inParallel } from "@yigong/core/lib/parallel.ts";
import { BRANCHES, CAST } from "./cast.ts";
import { listOf, placed, roster, signUp, unitNamed } from "./people.ts";
import { noted, type Scene, type Step } from "./scene.ts";

/** Concurrency of requests whose order does not matter. */
const AT_ONCE = 8;

const ACTIVITY = {
  title: "通畅工程：走访客户听意见",
  description: "分组上门走访海陵片区客户，检查线路与终端，征集意见并当场解决能解决的问题。",
  place: "海陵区城中街道",
  risks: "户外步行约三公里，请注意交通与防暑；入户检查须两人同行。",
  origin: "alliance",
  scope: "special",
  beneficiary: "client",
  programme: "通畅",
  purposes: ["business", "service"],
  minimumPeople: 10,
  servedParty: { kind: "definite", description: "海陵片区受访客户" },
  recruitUntil: "2026-09-09T18:00:00+08:00",
  surveyDays: 7,
};

const dutyIds = async (scene: Scene) =>
  (await listOf<{ memberId: string }>(scene, CAST.organizer, `/activities/${noted(scene, "visit")}/duty-list`)).map(
    ({ memberId }) => memberId,
  );

/** The two members of the duty list who do not attend: one asks for leave, one never answers. */
const exceptionsOf = (duty: readonly string[]) => ({ asks: duty.at(-1) ?? "", silent: duty.at(-2) ?? "" });

async function start(scene: Scene) {
  const branchIds = await Promise.all(Object.keys(BRANCHES).map((name) => unitNamed(scene, "branch", name)));
  const session = { startsAt: "2026-09-12T14:00:00+08:00", endsAt: "2026-09-12T18:00:00+08:00" };
  const positions = [{ name: "走访", headCount: 24 }];
  const { id } = await scene
    .as(CAST.organizer)
    .send<{ id: string }>(
      "POST",
      "/activities",
      { ...ACTIVITY, audience: { branchIds, teamIds: [] }, sessions: [{ ...session, positions }] },
      { headers: { "idempotency-key": "demo-visit" } },
    );
  scene.notes.visit = id;
  await scene.machine.settle();
  return `duty list of ${(await dutyIds(scene)).length}`;
}

async function leave(scene: Scene) {
  const id = noted(scene, "visit");
  const { asks } = exceptionsOf(await dutyIds(scene));
  await scene
    .as(asks)
    .send(
      "POST",
      `/activities/${id}/leaves`,
      { reason: "workConflict", note: "当天机房割接值守" },
      { fine: ["leave.asked", "leave.approved"] },
    );
  const { branchId } = (await roster(scene)).find((member) => member.id === asks) ?? {};
  const names = await Promise.all(
    Object.entries(BRANCHES).map(
      async ([name, secretary]) => [await unitNamed(scene, "branch", name), secretary] as const,
    ),
  );
  const secretary = new Map<string | undefined, string>(names).get(branchId) ?? CAST.alliance;
  await scene
    .as(secretary)
    .send(
      "POST",
      `/activities/${id}/leaves/${asks}/decision`,
      { approve: true, reason: "工作需要" },
      { fine: ["leave.decided"] },
    );
  return "asked by one, approved by the branch secretary";
}

async function signUps(scene: Scene) {
  const id = noted(scene, "visit");
  const duty = await dutyIds(scene);
  const { asks, silent } = exceptionsOf(duty);
  const audience = new Set(await Promise.all(Object.keys(BRANCHES).map((name) => unitNamed(scene, "branch", name))));
  const free = (await roster(scene)).filter(
    (member) => member.volunteerSince && member.branchId && audience.has(member.branchId) && !duty.includes(member.id),
  );
  const attending = duty.filter((memberId) => memberId !== asks && memberId !== silent);
  await signUp(scene, id, [...free.map((member) => member.id), ...attending]);
  return `${attending.length} on duty and ${free.length} others; one never answers`;
}

interface Need {
  id: string;
  coverer?: { memberId: string };
  candidates: unknown[];
}
const needs = async (scene: Scene, status: string): Promise<Need[]> => {
  const path = `/activities/${noted(scene, "visit")}/covers?limit=200`;
  const { groups } = await scene.as(CAST.alliance).get<{ groups: { status: string; needs: Need[] }[] }>(path);
  return groups.find((group) => group.status === status)?.needs ?? [];
};

interface Counted {
  counts: { needs: number; declined: number; confirmed: number };
}

/** The need with most candidates first, so that another can take it when it is declined; ties by coverer. */
const mostCandidatesFirst = (a: Need, b: Need): number =>
  b.candidates.length - a.candidates.length || ((a.coverer?.memberId ?? "") < (b.coverer?.memberId ?? "") ? -1 : 1);

/** The first offer is declined, all later ones are accepted and confirmed. */
async function covers(scene: Scene) {
  const path = `/activities/${noted(scene, "visit")}/covers`;
  const [first] = (await needs(scene, "offered")).sort(mostCandidatesFirst);
  const before = await scene.as(CAST.alliance).get<Counted>(path);
  if (first?.coverer && before.counts.declined === 0) {
    await scene
      .as(first.coverer.memberId)
      .send(
        "POST",
        `${path}/${first.id}/decline`,
        { reason: "家中有事" },
        { fine: ["cover.not_offered", "cover.declined"] },
      );
    await scene.machine.settle();
  }
  await inParallel(await needs(scene, "offered"), AT_ONCE, async ({ id, coverer }) => {
    if (coverer) await scene.as(coverer.memberId).send("POST", `${path}/${id}/accept`);
  });
  await inParallel(await needs(scene, "accepted"), AT_ONCE, ({ id }) =>
    scene.as(CAST.alliance).send("POST", `${path}/${id}/confirm`),
  );
  const { counts } = await scene.as(CAST.alliance).get<Counted>(path);
  return `${counts.needs} needs, ${counts.declined} declined, ${counts.confirmed} confirmed`;
}

/** All placed members but the first check in with the rotating code. */
async function checkIn(scene: Scene) {
  const id = noted(scene, "visit");
  const { sessions } = await scene.as(CAST.organizer).get<{ sessions: { id: string }[] }>(`/activities/${id}`);
  const session = `/activities/${id}/sessions/${sessions[0]?.id}`;
  const [, ...present] = await placed(scene, id);
  const { code } = await scene.as(CAST.organizer).get<{ code: string }>(`${session}/code`);
  await inParallel(present, AT_ONCE, (memberId) =>
    scene.as(memberId).send("POST", `${session}/check-in`, { code }, { fine: ["attendance.already_checked_in"] }),
  );
  return `${present.length} present`;
}

async function checkOut(scene: Scene) {
  const id = noted(scene, "visit");
  const { sessions } = await scene.as(CAST.organizer).get<{ sessions: { id: string }[] }>(`/activities/${id}`);
  const session = `/activities/${id}/sessions/${sessions[0]?.id}`;
  const [away, ...present] = await placed(scene, id);
  await inParallel(present, AT_ONCE, (memberId) =>
    scene.as(memberId).send("POST", `${session}/check-out`, {}, { fine: ["attendance.already_checked_out"] }),
  );
  const lines = [{ memberId: away, state: "absent", why: "未到场，电话未接通" }];
  await scene.as(CAST.organizer).send("POST", `${session}/roll-call`, { lines });
  return "one recorded absent by the leader";
}

const CLIENTS = Array.from({ length: 12 }, (_, index) => ({
  name: `客户${index + 1}`,
  mobile: `139000000${String(index + 1).padStart(2, "0")}`,
}));

async function served(scene: Scene) {
  const path = `/activities/${noted(scene, "visit")}/served`;
  const { total } = await scene.as(CAST.organizer).send<{ total: number }>("POST", path, { clients: CLIENTS });
  return `${total} clients`;
}

/** The steps up to the archive; filing and survey are shared with other activities. */
export const VISIT: readonly Step[] = [
  { title: "联盟发起活动，发布招募公告 / the alliance starts an activity", run: start },
  { title: "请假与审批 / leave", run: leave },
  { title: "报名 / sign-ups", run: signUps },
  {
    title: "招募截止，分配名额 / recruiting closes, places are given out",
    run: async (scene) => {
      await scene.until("2026-09-09T10:00:10.000Z");
      return `${(await placed(scene, noted(scene, "visit"))).length} placed`;
    },
  },
  { title: "代班 / cover at work", run: covers },
  {
    title: "活动当天 / the day",
    run: async (scene) => {
      await scene.until("2026-09-12T05:40:00.000Z");
      return checkIn(scene);
    },
  },
  {
    title: "签退与点名 / check-out and roll-call",
    run: async (scene) => {
      await scene.until("2026-09-12T10:02:00.000Z");
      return checkOut(scene);
    },
  },
  { title: "登记服务对象 / the served clients", run: served },
];
