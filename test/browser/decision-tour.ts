import { RebindingId } from "@yigong/core/identity/identity.ts";
import { entryId, issuerOf, personOf } from "@yigong/core/points/points.ts";
import type { Started, Who } from "@yigong/testing/alliance.ts";
import type { PhoneHouse } from "./phone.ts";
import type { Visit } from "./stop.ts";

type House = PhoneHouse["house"];

const useCasesOf = (house: House) => house.machine.app.useCases;
const LONG_ACCOUNT = "zhang.xiaoming.taizhou-branch.customer-service@corp.example.com";

/** Gives somebody an account, so that there is one to be taken away or changed. */
export const bindAccount = (house: House, who: Who, subject = "partyA2-wecom") =>
  useCasesOf(house).identities.bind(
    {
      ...{ provider: "wecom", tenant: "ww1", subject, memberId: house.idOf(who), how: "roster" },
      ...{ boundAt: house.machine.now(), version: 0 },
    },
    { effects: [], audit: [] },
  );

/** Somebody asks to sign in by another account. */
export async function changingAccounts({ house }: PhoneHouse, visit: Visit): Promise<void> {
  await bindAccount(house, "partyA1", "partyA1-wecom");
  const id = RebindingId.parse(`bnd_${"7".repeat(26)}`);
  await useCasesOf(house).identities.ask(
    {
      ...{ id, provider: "wecom", tenant: "ww1", subject: LONG_ACCOUNT, name: "张晓明" },
      ...{ memberId: house.idOf("partyA1"), askedAt: house.machine.now(), status: "requested", version: 0 },
    },
    { effects: [], audit: [] },
  );
  await visit({ name: "approvals-admin", who: "admin", path: "/m/approvals" });
  await visit({ name: "approval-account", who: "admin", path: `/m/approvals/accountRequest/${id}` });
}

/** After an activity: how happy they were. */
export async function askingHappiness({ house }: PhoneHouse, activity: Started, visit: Visit): Promise<void> {
  const path = `/m/activities/${activity.id}/happiness`;
  await visit({ name: "home-happiness", who: "partyA2", path: "/m" });
  await visit({ name: "happiness", who: "partyA2", path });
  await house.as("partyA2").post(`/activities/${activity.id}/happiness`, { score: 5 });
  await visit({
    name: "happiness-twice",
    who: "partyA2",
    path,
    act: async (page) => {
      await page.getByText(/^(开心|happy)$/).click();
      await page.getByRole("button", { name: /提交感受|Send it/ }).click();
      await page.getByRole("alert").waitFor();
    },
  });
}

/** Points of the year; two people have as many, so that a draw decides. */
const POINTS = { partyA1: 600, partyA2: 500, freeA1: 500, partyB1: 500, partyB2: 300, partyB3: 100 } as const;

async function earn(house: House, activityId: string): Promise<void> {
  const { ledger, members } = useCasesOf(house);
  for (const [who, points] of Object.entries(POINTS)) {
    const { pseudonym } = await members.get(house.idOf(who as Who));
    const key = { issuerId: activityId, pseudonym, kind: "correction", revision: "tour" } as const;
    await ledger.post({
      ...{ id: entryId(key), debit: issuerOf(activityId), credit: personOf(pseudonym) },
      ...{ points, year: 2026, kind: "correction", ruleSet: 1, evidence: [], postedAt: house.machine.now() },
      lines: [{ rule: "attendance", quantity: points / 100, points }],
      ...{ code: "absence", askedBy: "mem_1", approvedBy: "mem_2" },
    });
  }
}

const COMMITTEE = ["coverA1", "coverA2"] as const satisfies readonly Who[];
const RUN = { year: 2026, run: 1 };

export async function beginRun(house: House, activity: Started): Promise<void> {
  const { members } = useCasesOf(house);
  const role = { role: "committee", scope: { kind: "all" }, from: "2010-01-01T00:00:00.000Z" } as const;
  for (const who of COMMITTEE)
    await members.change(house.idOf(who), (member) => ({
      to: { ...member, roles: [...member.roles, role] },
      at: house.machine.now(),
    }));
  await earn(house, activity.id);
  await house.advanceTo("2027-01-02T03:00:00.000Z");
  const { latest } = await useCasesOf(house).awards.year(RUN.year);
  if (latest === 0) await house.as("coverA1").post("/awards/2026/runs", { reason: "年度评选可以开始了" });
  await house.advanceTo("2027-01-02T03:05:00.000Z");
}

/** The annual run in the hands of the committee, up to an objection. */
export async function deciding({ house }: PhoneHouse, activity: Started, visit: Visit): Promise<void> {
  await beginRun(house, activity);
  const { awards } = useCasesOf(house);
  const path = "/m/approvals/award/2026.1";
  const replacement = {
    out: house.idOf("partyB2"),
    in: house.idOf("partyB3"),
    reason: "该同志本年度已另行获得公司级表彰，本人同意让出",
  };
  await visit({ name: "approval-award", who: "coverA1", path });
  await house.as("coverA1").post("/awards/2026/runs/1/confirmation", { replacements: [replacement] });
  await visit({ name: "approval-award-second", who: "coverA2", path });
  await awards.change(RUN, house.machine.now(), (row) => ({
    item: { ...row, staleAt: house.machine.now(), moved: "tour" },
  }));
  await visit({ name: "approval-award-stale", who: "coverA2", path });
  await awards.change(RUN, house.machine.now(), ({ staleAt: _, moved: __, ...row }) => ({ item: row as typeof row }));
  await house.as("coverA2").post("/awards/2026/runs/1/confirmation", { replacements: [replacement] });
  await house.advanceTo("2027-01-02T03:10:00.000Z");
  for (const who of ["partyB2", "freeB1"] as const)
    await house
      .as(who)
      .post("/awards/2026/runs/1/objections", { text: "名单中第五名与本人积分不符，请核对十月的代班记录。" });
  await visit({ name: "approval-award-objection", who: "coverA2", path: "/m/approvals/awardObjection/2026.1" });
  await visit({ name: "approvals-committee", who: "coverA2", path: "/m/approvals" });
}
