import type { Members } from "@yigong/core/member/member.store.ts";
import { Message } from "@yigong/core/message/index.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { grantsAt } from "@yigong/core/permission/policy.ts";
import type { Role } from "@yigong/core/permission/role.ts";

/** A notice that the office system's board does not have. */
export interface BoardAlarm {
  template: "alarm.noticeRefused" | "alarm.noticeTooLate";
  title: string;
  /** The board's code, when it gave one. */
  answer?: number | undefined;
  /** What makes it one alarm. */
  cause: string;
  at: string;
}

const RESPONSIBLE: readonly Role[] = ["alliance", "administrator"];

/** The alarm about a notice, to the alliance and the administrators; nothing where nobody has these roles. */
export async function boardAlarm(
  { template, title, answer, cause, at }: BoardAlarm,
  { members, now }: { members: Pick<Members, "withRole">; now: () => string },
): Promise<Effect[]> {
  const holders = await Promise.all(
    RESPONSIBLE.map(async (role) =>
      (await members.withRole(role)).filter(({ roles }) => grantsAt(roles, now()).some((grant) => grant.role === role)),
    ),
  );
  const memberIds = [...new Set(holders.flat().map(({ id }) => id))].slice(0, 100);
  if (memberIds.length === 0) return [];
  const about = { to: { kind: "members", memberIds } as const, cause, dueAt: at };
  return template === "alarm.noticeTooLate"
    ? [Message.tell({ ...about, template, params: { title } })]
    : [Message.tell({ ...about, template, params: { title, answer: String(answer ?? "-") } })];
}
