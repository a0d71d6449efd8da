import { describe, expect, it } from "vitest";
import { Effect, type EffectKind, type EffectOf } from "./outbox.ts";

const base = { id: "cause#1", dueAt: "2026-09-01T00:00:00.000Z" };
const activityId = "act_1";
const run = { year: 2026, run: 1 };

/** One of each kind, its fields in the order in which rows hold them. */
const STORED: { [Kind in EffectKind]: EffectOf<Kind> } = {
  "activity.allocateSession": { ...base, kind: "activity.allocateSession", activityId, sessionId: "ses_1" },
  "activity.inviteAdded": { ...base, kind: "activity.inviteAdded", activityId, before: "{}" },
  "activity.findClashes": { ...base, kind: "activity.findClashes", activityId },
  "activity.follow": { ...base, kind: "activity.follow", activityId },
  "announcement.publish": { ...base, kind: "announcement.publish", activityId, announcementId: "ann_1" },
  "archive.escalate": { ...base, kind: "archive.escalate", activityId, round: 1 },
  "award.next": { ...base, kind: "award.next", ...run, cause: "correction" },
  "award.notice": { ...base, kind: "award.notice", ...run, notice: "proposed" },
  "award.nudge": { ...base, kind: "award.nudge", ...run },
  "award.start": { ...base, kind: "award.start", ...run, generation: 1, input: "{}" },
  "award.tell": { ...base, kind: "award.tell", ...run },
  "card.follow": { ...base, kind: "card.follow", cardId: "crd_1" },
  "card.turn": { ...base, kind: "card.turn", activityId, subjectId: "mem_1" },
  "class.close": { ...base, kind: "class.close", classId: "cls_1", endsAt: "2026-09-02T00:00:00.000Z" },
  "class.movedUp": { ...base, kind: "class.movedUp", classId: "cls_1", sessionId: "ses_1", number: "3" },
  "class.post": { ...base, kind: "class.post", classId: "cls_1" },
  "class.remind": {
    ...base,
    kind: "class.remind",
    classId: "cls_1",
    sessionId: "ses_1",
    startsAt: "2026-09-02T00:00:00.000Z",
  },
  "channel.test": { ...base, kind: "channel.test", channel: "sms", memberId: "mem_1" },
  "cover.round": { ...base, kind: "cover.round", activityId },
  "execution.start": { ...base, kind: "execution.start", activityId, generation: 1, input: "{}" },
  "form.ask": { ...base, kind: "form.ask", formId: "frm_1", round: "first" },
  "form.open": { ...base, kind: "form.open", aboutId: "cls_1", what: "after" },
  "growth.ask": { ...base, kind: "growth.ask", programmeId: "prg_1", phase: "before", day: "2026-09-15" },
  "identity.sendCode": { ...base, kind: "identity.sendCode", challengeId: "0".repeat(32) },
  "lifecycle.nudge": { ...base, kind: "lifecycle.nudge", activityId },
  "material.process": { ...base, kind: "material.process", activityId, materialId: "mat_1" },
  "member.follow": { ...base, kind: "member.follow", memberId: "mem_1" },
  "member.skillEnds": { ...base, kind: "member.skillEnds", memberId: "mem_1", skill: "急救", until: "2026-09-30" },
  "mentoring.end": { ...base, kind: "mentoring.end", mentoringId: "mtr_1", until: "2026-09-30" },
  "mentoring.remind": { ...base, kind: "mentoring.remind", mentoringId: "mtr_1", dueOn: "2026-09-30", round: 1 },
  "message.digest": { ...base, kind: "message.digest", memberId: "mem_1", day: "2026-09-02" },
  "message.remind": { ...base, kind: "message.remind", memberId: "mem_1", messageId: "msg_1", rung: 1 },
  "message.resend": { ...base, kind: "message.resend", memberId: "mem_1", messageId: "msg_1", tries: 2 },
  "message.send": {
    ...base,
    kind: "message.send",
    template: "activity.startsSoon",
    params: { title: "义诊" },
    to: { kind: "activity", activityId, who: "placed" },
    activityId,
    only: { stageOpen: "Recruit", planned: "2026-09-02T00:00:00.000Z" },
  },
  "participation.offerEnds": {
    ...base,
    kind: "participation.offerEnds",
    activityId,
    memberId: "mem_1",
    sessionId: "ses_1",
    expiresAt: "2026-09-02T00:00:00.000Z",
  },
  "nomination.close": { ...base, kind: "nomination.close", nominationId: "nom_1" },
  "photo.process": { ...base, kind: "photo.process", activityId, owner: "diary-dia_1", photoId: "mat_1" },
  "result.certify": {
    ...base,
    kind: "result.certify",
    classId: "cls_1",
    memberId: "mem_1",
    skill: "急救",
    instead: "",
  },
  "service.remind": { ...base, kind: "service.remind", serviceId: "svc_1", dueOn: "2026-09-15", round: 0 },
  "session.sendCode": { ...base, kind: "session.sendCode", memberId: "mem_1", number: 1, language: "zh-CN" },
  "survey.send": { ...base, kind: "survey.send", activityId, issue: 1 },
};

describe("an effect in flight", () => {
  it.each(Object.values(STORED))("of kind $kind is read as it was written", (effect) => {
    expect(JSON.stringify(Effect.parse(effect))).toBe(JSON.stringify(effect));
  });

  it.each(Object.values(STORED))("of kind $kind is refused without what its noun asks for", ({ kind }) => {
    expect(Effect.safeParse({ ...base, kind }).success).toBe(false);
  });

  it("of a kind that no noun has is refused", () => {
    expect(Effect.safeParse({ ...base, kind: "cover.square", activityId }).success).toBe(false);
  });
});
