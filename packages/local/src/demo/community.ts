import { CAST } from "./cast.ts";
import { placed, roster, signUp, unitNamed } from "./people.ts";
import { noted, type Scene, type Step } from "./scene.ts";

const ACTIVITY = {
  title: "红红火火过国庆：社区文明共建",
  description: "与挂钩社区共建：打扫公共楼道，布置宣传栏，陪老人聊天。",
  place: "高港区胡庄镇",
  risks: "使用梯子与清洁用品，请听从分队长安排。",
  origin: "team",
  scope: "general",
  beneficiary: "society",
  purposes: ["responsibility"],
  minimumPeople: 5,
  servedParty: { kind: "none", reason: "面向整个社区，没有明确的服务对象" },
  recruitUntil: "2026-09-23T18:00:00+08:00",
  proposal: { plan: "周六上午三小时，二十人，分四组。", wishes: { guidance: true, moneyFen: 80_000 } },
};

async function propose(scene: Scene) {
  const teamId = await unitNamed(scene, "team", "主题服务");
  const session = { startsAt: "2026-09-26T09:00:00+08:00", endsAt: "2026-09-26T12:00:00+08:00" };
  const { id } = await scene
    .as(CAST.teamLead)
    .send<{ id: string }>(
      "POST",
      "/activities",
      { ...ACTIVITY, teamId, sessions: [{ ...session, positions: [{ name: "共建", headCount: 20 }] }] },
      { headers: { "idempotency-key": "demo-community" } },
    );
  scene.notes.community = id;
  await scene.machine.settle();
  return undefined;
}

async function decide(scene: Scene) {
  const teamId = await unitNamed(scene, "team", "爱心奉献");
  const path = `/activities/${noted(scene, "community")}/proposal`;
  const adviser = (await roster(scene)).find((member) => member.employeeNumber === CAST.organizer);
  const grants = { adviserId: adviser?.id, moneyFen: 60_000, volunteerTeamIds: [teamId] };
  const verdict = { verdict: "approve", reason: "方案可行，按预算执行", grants };
  await scene.as(CAST.alliance).send("POST", `${path}/decision`, verdict, { fine: ["proposal.not_submitted"] });
  await scene.machine.settle();
  return "with an adviser, money and volunteers of another team";
}

async function signUps(scene: Scene) {
  const id = noted(scene, "community");
  const teamId = await unitNamed(scene, "team", "主题服务");
  const team = (await roster(scene)).filter((member) => member.volunteerSince && member.teamIds.includes(teamId));
  const willing = team.slice(0, 12);
  await signUp(
    scene,
    id,
    willing.map((member) => member.id),
  );
  return `${willing.length} sign up freely`;
}

/** Attendance by roll-call instead of check-in codes, with half a day each; the leader's own is put down by the alliance. */
async function rollCall(scene: Scene) {
  const id = noted(scene, "community");
  const { sessions } = await scene.as(CAST.teamLead).get<{ sessions: { id: string }[] }>(`/activities/${id}`);
  const lines = (await placed(scene, id)).map((memberId) => ({ memberId, state: "present", halfDays: 1 }));
  const lead = await scene.as(CAST.teamLead).get<{ id: string }>("/members/me");
  for (const by of [CAST.teamLead, CAST.alliance] as const) {
    const called = lines.filter(({ memberId }) => (memberId === lead.id) === (by === CAST.alliance));
    if (called.length > 0)
      await scene.as(by).send("POST", `/activities/${id}/sessions/${sessions[0]?.id}/roll-call`, { lines: called });
  }
  return `${lines.length} present`;
}

const after =
  (instant: string, run: Step["run"]): Step["run"] =>
  async (scene) => {
    await scene.until(instant);
    return run(scene);
  };

/** A team's activity for a community: with a proposal, without a duty list or survey. */
export const COMMUNITY: readonly Step[] = [
  { title: "分队提交方案 / a team proposes", run: after("2026-09-16T01:00:00.000Z", propose) },
  { title: "联盟批准并给予支持 / the alliance approves", run: decide },
  { title: "自愿报名 / sign-ups", run: signUps },
  { title: "活动当天点名 / roll-call on the day", run: after("2026-09-26T04:00:00.000Z", rollCall) },
];
