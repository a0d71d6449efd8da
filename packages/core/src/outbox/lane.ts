import type { EffectKind } from "./outbox.ts";

/**
 * The lanes in which effects are sent, each on its own: what speaks to the workflow engine never waits for work in the
 * house, and neither waits for anybody's gateway. What a person waits for before a screen is behind no message to thousands.
 */
export const LANES = ["engine", "work", "urgent", "outward"] as const;
export type Lane = (typeof LANES)[number];

/** The lane of each kind; a new kind does not compile without one. */
const LANE_OF: Record<EffectKind, Lane> = {
  "execution.start": "engine",
  "lifecycle.nudge": "engine",
  "award.start": "engine",
  "award.nudge": "engine",
  "activity.allocateSession": "work",
  "activity.findClashes": "work",
  "activity.follow": "work",
  "activity.inviteAdded": "work",
  "archive.escalate": "work",
  "award.next": "work",
  "award.tell": "work",
  "class.movedUp": "work",
  "class.remind": "work",
  "class.close": "work",
  "class.post": "work",
  "cover.round": "work",
  "member.follow": "work",
  "member.skillEnds": "work",
  "material.process": "work",
  "nomination.close": "work",
  "participation.offerEnds": "work",
  "form.ask": "work",
  "form.open": "work",
  "growth.ask": "work",
  "identity.sendCode": "urgent",
  "session.sendCode": "urgent",
  "channel.test": "urgent",
  "mentoring.remind": "work",
  "mentoring.end": "work",
  "photo.process": "work",
  "result.certify": "work",
  "service.remind": "work",
  "announcement.publish": "outward",
  "card.turn": "outward",
  "card.follow": "outward",
  "award.notice": "outward",
  "message.send": "outward",
  "message.resend": "outward",
  "message.digest": "outward",
  "message.remind": "outward",
  "survey.send": "outward",
};

export const laneOf = (kind: EffectKind): Lane => LANE_OF[kind];
