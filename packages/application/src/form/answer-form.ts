import { formRefusal } from "@yigong/core/form/form.refusals.ts";
import type { Forms } from "@yigong/core/form/form.store.ts";
import { Form } from "@yigong/core/form/index.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { affiliationOn, isEmployedOn, type Info as Member } from "@yigong/core/member/member.ts";

export interface AnswerFormDeps {
  forms: Forms;
  members: Pick<Members, "get">;
  /** Random lower-case hexadecimal digits. */
  random: (digits: number) => string;
  zone: string;
}

const ANSWER_DIGITS = 32;

/** Whether somebody is asked by a form: they are named, or were employed when it opened. */
export const isAsked = ({ memberIds, opensAt }: Form.Info, member: Member, zone: string): boolean =>
  memberIds ? memberIds.includes(member.id) : isEmployedOn(member, dayOf(opensAt, zone));

/**
 * Takes somebody's one answer. Who they are is looked at and goes into no row with what they say; no audit entry tells
 * either, since its instant would.
 *
 * @throws `form.missing`, `form.not_asked`, `form.answered`, those of `Form.answered`
 */
export const answerForm =
  ({ forms, members, random, zone }: AnswerFormDeps) =>
  async (formId: string, answer: Form.Answer, { memberId, at }: { memberId: string; at: string }): Promise<void> => {
    const [form, member] = await Promise.all([forms.get(formId), members.get(memberId)]);
    if (!isAsked(form, member, zone)) throw formRefusal("form.not_asked");
    const unitId = affiliationOn(member, dayOf(form.opensAt, zone)).departmentId;
    const given = Form.answered(form, answer, { at, ...(unitId !== undefined && { unitId }) });
    await forms.answer(formId, memberId, { answerId: random(ANSWER_DIGITS), given });
  };
