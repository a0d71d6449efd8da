import type { Covers } from "@yigong/core/cover/cover.store.ts";
import type { Helpers } from "@yigong/core/helper/helper.store.ts";
import * as Helper from "@yigong/core/helper/helper.ts";
import type { Leaves } from "@yigong/core/leave/leave.store.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { Message } from "@yigong/core/message/index.ts";
import { grantsAt } from "@yigong/core/permission/policy.ts";
import type { Proposals } from "@yigong/core/proposal/proposal.store.ts";

export interface AskedDeps {
  leaves: Pick<Leaves, "find">;
  covers: Pick<Covers, "get">;
  proposals: Pick<Proposals, "get">;
  helpers: Pick<Helpers, "find">;
  members: Pick<Members, "get">;
  lifecycles: Pick<Lifecycles, "get">;
  now: () => string;
}

type Asked = (
  deps: AskedDeps,
  ids: readonly string[],
  about: Pick<Message.Info, "memberId" | "activityId">,
) => Promise<boolean>;

const isLeaveOpen: Asked = async ({ leaves }, [activityId = "", memberId = ""]) => {
  const leave = await leaves.find(activityId, memberId);
  return leave?.status === "requested" || leave?.status === "escalated";
};
const isCoverOpen: Asked = async ({ covers }, [activityId = "", needId = ""]) =>
  (await covers.get(activityId, needId)).status === "accepted";
const isProposalOpen: Asked = async ({ proposals }, [activityId = ""]) =>
  (await proposals.get(activityId)).state === "submitted";

/** A team that the reader leads has not answered, people are still needed, and there is time. */
const isHelpOpen: Asked = async (
  { proposals, helpers, members, lifecycles, now },
  _,
  { memberId, activityId = "" },
) => {
  const [lifecycle, { roles }] = await Promise.all([lifecycles.get(activityId), members.get(memberId)]);
  const row = (await helpers.find(activityId)) ?? Helper.begin(await proposals.get(activityId));
  if (lifecycle.status !== "recruiting" || !row || Helper.namedOf(row) >= row.headCount) return false;
  const led = grantsAt(roles, now()).flatMap(({ role, scope }) =>
    role === "teamLead" && scope.kind === "team" ? [scope.unitId as string] : [],
  );
  return row.teams.some(({ teamId, state }) => state === "asked" && led.includes(teamId));
};

/** What is decided by one person about another, and how it is known from the rows that it is still open. */
const ASKED: Readonly<Record<string, Asked>> = {
  "cover.confirmationAsked": isCoverOpen,
  "leave.escalated": isLeaveOpen,
  "leave.forAlliance": isLeaveOpen,
  "leave.requested": isLeaveOpen,
  "proposal.submitted": isProposalOpen,
  "support.asked": isHelpOpen,
};

/** Whether somebody is reminded of a message of this kind that they do not open. */
export const isReminded = (template: string): boolean => Object.hasOwn(ASKED, template);

/** Whether what a message asks for still waits to be done, by the rows of now; its page names them. */
export async function isStillAsked(
  deps: AskedDeps,
  { template, page, ...about }: Pick<Message.Info, "template" | "page" | "memberId" | "activityId">,
): Promise<boolean> {
  const asked = isReminded(template) ? ASKED[template] : undefined;
  const ids = page?.split("/").at(-1)?.split(".").map(decodeURIComponent);
  if (asked === undefined || ids === undefined) return false;
  try {
    return await asked(deps, ids, about);
  } catch (error) {
    if (error instanceof Refusal && error.kind === "missing") return false;
    throw error;
  }
}
