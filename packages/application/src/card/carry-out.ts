import type * as Card from "@yigong/core/card/card.ts";
import { type Actor, allow, may } from "@yigong/core/permission/policy.ts";
import { acceptCover } from "../cover/accept-cover.ts";
import { namesOf } from "../cover/cover-names.ts";
import { decideCover } from "../cover/decide-cover.ts";
import { declineCover } from "../cover/decline-cover.ts";
import { decideLeave } from "../leave/decide-leave.ts";
import { acceptOffer, declineOffer } from "../participation/answer-offer.ts";
import type { CardDeps } from "./card-stores.ts";

interface Said {
  actor: Actor;
  reply: Card.Reply;
  at: string;
}

async function decideOnLeave(deps: CardDeps, { activityId, subjectId: memberId }: Card.Question, { actor, at }: Said) {
  const { branchId } = await deps.leaves.get(activityId, memberId);
  const alliance = may(actor, "leave.decideEscalated", { branchId });
  const by = allow(actor, alliance ? "leave.decideEscalated" : "leave.decide", { branchId });
  await decideLeave(deps)({ activityId, memberId, approve: true, alliance, by, at });
}

async function answerCover(deps: CardDeps, { activityId, subjectId: needId }: Card.Question, said: Said) {
  const { memberId } = said.actor;
  allow(said.actor, "cover.answer", { ownerId: memberId });
  const answer = said.reply === "yes" ? acceptCover : declineCover;
  await answer(deps, { activityId, needId }, { memberId, at: said.at });
}

async function confirmCover(deps: CardDeps, { activityId, subjectId: needId }: Card.Question, { actor, at }: Said) {
  const held = await deps.covers.get(activityId, needId);
  const by = allow(actor, "cover.confirm", { ownerId: (await namesOf(deps, [held])).headOf(held) });
  await decideCover(deps, { activityId, needId }, { by, at, confirmed: true });
}

async function answerOffer(deps: CardDeps, { activityId, subjectId: sessionId }: Card.Question, said: Said) {
  const { memberId } = said.actor;
  allow(said.actor, "participation.own", { ownerId: memberId });
  const answer = said.reply === "yes" ? acceptOffer(deps) : declineOffer(deps);
  await answer({ activityId, memberId, sessionId, at: said.at });
}

const CARRY_OUT: Record<Card.Kind, (deps: CardDeps, question: Card.Question, said: Said) => Promise<void>> = {
  leave: decideOnLeave,
  cover: answerCover,
  coverConfirmation: confirmCover,
  offer: answerOffer,
};

/** Does what an answer says, by the use case and under the permission of the page. @throws as those do, `permission.denied` */
export const carryOut = (deps: CardDeps, question: Card.Question, said: Said): Promise<void> =>
  CARRY_OUT[question.kind](deps, question, said);
