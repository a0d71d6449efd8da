import { fixDutyList } from "@yigong/application/participation/fix-duty-list.ts";
import { honoursOf } from "@yigong/core/award/committee.ts";
import { AT, deciding } from "@yigong/core/award/run.builder.ts";
import * as Run from "@yigong/core/award/run.ts";
import { leadOf } from "@yigong/core/message/message.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { grant, partyMember } from "@yigong/testing/sample/members.ts";
import { memberIdOf, type Person } from "@yigong/testing/sample/person.ts";
import { covering } from "@yigong/testing/scenario/covering.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance();
const { clock, given, useCases, when } = alliance;
const cover = covering(alliance);
afterAll(() => alliance.close());
beforeEach(() => alliance.clear());

interface Shown {
  kind: string;
  dueAt?: string;
  href: string;
  title: string;
  button: string;
}
const todo = async (person: Person): Promise<Shown[]> => (await when(person).get("/me/todo")).body.items;
/** What is asked of somebody, as `kind dueAt href`. */
const asked = async (person: Person) =>
  (await todo(person)).map(({ kind, dueAt = "-", href }) => `${kind} ${dueAt} ${href}`);
const id = Sample.memberId;
const ZEROS = "0".repeat(26);
const plea = { reason: "workConflict", note: "当天值机房" };

/** The pages to which the messages of a template lead. */
const led = async (template: string) =>
  (await alliance.effects()).flatMap((effect) =>
    effect.kind === "message.send" && effect.template === template ? [leadOf(effect)?.page] : [],
  );

describe("what is asked of who decides", () => {
  it("is the leave of one's own branch, and what went to the alliance, never one's own", async () => {
    await given.members(partyMember(1), "alliance", "secretaryA", "secretaryB");
    const activity = await given.activity();
    await fixDutyList(useCases)(activity, Sample.RECRUITING);
    await when(1).post(`/activities/${activity.id}/leaves`, plea);
    const first = [await asked("secretaryA"), await asked("secretaryB"), await asked("alliance")];
    await useCases.leaves.change({ activityId: activity.id, memberId: id(1) }, clock.at, (leave) => ({
      item: { ...leave, status: "escalated", escalatedAt: clock.at } as typeof leave,
    }));

    const card = `/m/approvals/leave/${activity.id}.${id(1)}`;
    expect(await led("leave.requested")).toEqual([card]);
    expect(first).toEqual([[`leave ${Sample.DEADLINE} ${card}`], [], []]);
    expect([await asked("secretaryA"), await asked("alliance")]).toEqual([
      [],
      [`escalatedLeave ${Sample.STARTS} ${card}`],
    ]);
  });

  it("is a cover to confirm, for the head of the post, and for the alliance only where nobody heads it", async () => {
    await cover.opened(partyMember(2));
    await when(2).post(await cover.path({ id: Sample.activityId() }, "accept"));
    const { id: needId, from } = await cover.need();

    const page = `/m/approvals/cover/${Sample.activityId()}.${needId}`;
    const card = `coverConfirmation ${from} ${page}`;
    expect([await led("cover.offered"), await led("cover.confirmationAsked")]).toEqual([
      [`/m/covers/${needId}`],
      [page],
    ]);
    expect([await asked("counterHead"), await asked("alliance"), await asked("secretaryA")]).toEqual([[card], [], []]);
  });

  it("is a proposal, and for its proposer to revise what came back", async () => {
    await given.members("alliance", 1);
    const created = await when(1).post("/activities", {
      title: "清洁家园",
      description: "打扫楼道",
      place: "海陵社区",
      risks: "注意防滑",
      origin: "self",
      scope: "general",
      beneficiary: "society",
      purposes: [],
      audience: { branchIds: [], teamIds: [] },
      minimumPeople: 0,
      servedParty: { kind: "none", reason: "面向不特定居民" },
      recruitUntil: Sample.DEADLINE,
      surveyDays: 7,
      sessions: [
        {
          startsAt: Sample.STARTS,
          endsAt: Sample.ENDS,
          positions: [{ name: "清扫", headCount: 5, requiredSkills: [] }],
        },
      ],
      proposal: { plan: "周六上午打扫三号楼", wishes: { guidance: false } },
    });
    const activityId = created.body.id;
    const waiting = [await asked("alliance"), await asked(1)];
    await when("alliance").post(`/activities/${activityId}/proposal/decision`, {
      verdict: "return",
      reason: "请写明工具",
    });

    expect(created.status).toBe(200);
    expect(waiting).toEqual([[`proposal ${Sample.DEADLINE} /m/approvals/proposal/${activityId}`], []]);
    expect([await asked("alliance"), await asked(1)]).toEqual([
      [],
      [`proposalReturned ${Sample.DEADLINE} /m/activities/${activityId}`],
    ]);
  });

  it("is no objection to a list that they are on themselves, nor the list that is proposed", async () => {
    clock.at = AT;
    const committee = { roles: [grant("committee")] };
    const run = deciding();
    const places = run.status === "deciding" ? run.outcome.places : [];
    const pseudonym = places[4]?.pseudonym ?? "";
    await given.members(...[101, 102, 103].map((number) => Sample.member(number, committee)));
    await useCases.members.change(id(103), (member) => ({ to: { ...member, pseudonym }, at: AT }));
    await useCases.awards.begin(run, await useCases.awards.year(2026), { effects: [], audit: [] });
    const before = [await asked(102), await asked(103)];
    await useCases.awards.change({ year: 2026, run: 1 }, AT, (held) => ({
      item: Run.Info.parse({
        ...held,
        status: "noticed",
        decision: { by: [id(101), id(104)], at: AT, honours: honoursOf(places, [], () => true) },
        objections: { open: [`obj_${ZEROS}`], all: 1 },
      }),
    }));
    const [others, own] = [await asked(102), await asked(103)];

    expect(before).toEqual([["award - /m/approvals/award/2026.1"], []]);
    expect([others.map((one) => one.split(" ")[0]), own]).toEqual([["awardObjection"], []]);
  });

  it("is a correction for a second person, and an objection for who had no part in it", async () => {
    await given.members(1, "alliance", "organizer", partyMember(8, undefined, { roles: [grant("committee")] }));
    const activity = await given.activity({}, "Archive");
    await useCases.objections.raise(
      {
        id: `obj_${ZEROS}` as never,
        memberId: id(1),
        activityId: activity.id,
        text: "少算一次",
        raisedAt: clock.at,
        version: 0,
        status: "open",
      },
      clock.at,
      { effects: [], audit: [] },
    );
    await useCases.corrections.add(
      {
        id: `cor_${ZEROS}` as never,
        activityId: activity.id,
        memberId: id(1),
        change: { kind: "points", points: 50 },
        reason: "少算一次代班",
        askedBy: memberIdOf("alliance"),
        askedAt: clock.at,
        status: "requested",
        version: 0,
      },
      clock.at,
      { effects: [], audit: [] },
    );
    const [correction, objection] = [
      `correction - /m/approvals/correction/${activity.id}.cor_${ZEROS}`,
      `objection - /m/approvals/objection/obj_${ZEROS}`,
    ];

    expect([await asked(8), await asked("alliance")]).toEqual([[correction, objection], [objection]]);
  });

  it("is another account for somebody, for an administrator who is not that person nor acts for them", async () => {
    const administrator = [grant("administrator")];
    const deputy = [{ ...grant("administrator"), deputyFor: id(21) }];
    await given.members(
      partyMember(21, undefined, { roles: administrator }),
      partyMember(22, undefined, { roles: administrator }),
      partyMember(23, undefined, { roles: deputy }),
      "alliance",
    );
    await useCases.identities.ask(
      {
        id: `bnd_${ZEROS}` as never,
        provider: "wecom",
        tenant: "corp",
        subject: "anna-2",
        memberId: id(21),
        askedAt: clock.at,
        status: "requested",
        version: 0,
      },
      { effects: [], audit: [] },
    );
    const card = `accountRequest - /m/approvals/accountRequest/bnd_${ZEROS}`;

    expect([await asked(21), await asked(22), await asked(23), await asked("alliance")]).toEqual([[], [card], [], []]);
    expect((await todo(22))[0]).toMatchObject({ title: "请确认成员21换绑企业微信账号" });
    await when(22).post(`/account-requests/bnd_${ZEROS}/decision`, { verdict: "refuse", reason: "本人未申请" });
    expect(await asked(22)).toEqual([]);
  });

  it("is the annual run: to confirm it, then the objections to it, and to somebody else than who proposed", async () => {
    clock.at = AT;
    const committee = { roles: [grant("committee")] };
    await given.members(...[101, 102].map((number) => Sample.member(number, committee)), "alliance");
    const run = deciding();
    await useCases.awards.begin(run, await useCases.awards.year(2026), { effects: [], audit: [] });
    const before = await asked(101);
    const honours = honoursOf(run.status === "deciding" ? run.outcome.places : [], [], () => true);
    await useCases.awards.change({ year: 2026, run: 1 }, AT, (held) => ({
      item: { ...held, proposal: { by: id(101), at: AT, honours } } as typeof held,
    }));

    expect([before, await asked("alliance")]).toEqual([["award - /m/approvals/award/2026.1"], []]);
    expect([await asked(101), await asked(102)]).toEqual([[], ["award - /m/approvals/award/2026.1"]]);
  });
});
