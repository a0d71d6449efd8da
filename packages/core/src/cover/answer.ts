import { type Party, requireOther } from "../permission/party.ts";
import { coverRefusal } from "./cover.refusals.ts";
import * as Cover from "./cover.ts";

type Info = Cover.Info;

/** The need as asked for again, with one more who will not be asked. */
const openAgain = (need: Info, decline?: Cover.Decline): Cover.Open => {
  const base = Cover.bare(need);
  return { ...base, status: "open", declinedBy: decline ? [...base.declinedBy, decline] : base.declinedBy };
};

const declineOf = (
  memberId: string,
  how: Cover.Decline["how"],
  { at, reason }: { at: string; reason?: string | undefined },
): Cover.Decline => ({ memberId, at, how, ...(reason === undefined ? {} : { reason }) });

/** Asks somebody to cover, until `expiresAt`; a need that is not to be filled stays as it is. */
export function offer(need: Info, asked: { memberId: string; at: string; expiresAt: string }): Info {
  if (need.status !== "open" && need.status !== "unfilled") return need;
  const { memberId, at: offeredAt, expiresAt } = asked;
  return { ...Cover.bare(need), status: "offered", memberId, offeredAt, expiresAt };
}

/** Takes silence for a no once the offer has expired. */
export function expire(need: Info, at: string): Info {
  if (need.status !== "offered" || need.expiresAt > at) return need;
  return openAgain(need, declineOf(need.memberId, "silence", { at: need.expiresAt }));
}

/**
 * Takes an offer up. Doing it twice is one acceptance.
 *
 * @throws `cover.participant`, `cover.void`, `cover.offer_expired`, `cover.declined`, `cover.not_offered`
 */
export function accept(need: Info, { memberId, at }: { memberId: string; at: string }): Info {
  if (Cover.isHeld(need) && need.memberId === memberId) return need;
  if (need.participantId === memberId) throw participant();
  requireAsked(need, memberId, at);
  return { ...Cover.bare(need), status: "accepted", memberId, acceptedAt: at };
}

/**
 * Answers an offer with no, or takes back a yes that nobody has confirmed. Doing it twice is one answer.
 *
 * @throws `cover.confirmed`, `cover.void`, `cover.offer_expired`, `cover.not_offered`
 */
export function decline(need: Info, answer: { memberId: string; at: string; reason?: string | undefined }): Info {
  const { memberId, at } = answer;
  if (need.status === "confirmed" && need.memberId === memberId) throw coverRefusal("cover.confirmed");
  const declined = declineBy(need, memberId)?.how === "declined" && Cover.covererOf(need) !== memberId;
  if (declined) return need;
  if (!(need.status === "accepted" && need.memberId === memberId)) requireAsked(need, memberId, at);
  return openAgain(need, declineOf(memberId, "declined", answer));
}

/**
 * Gives a cover back that was confirmed, or takes a yes back; somebody else is asked. Doing it twice is one.
 *
 * @param answer - `by`: who puts it in, when the coverer said so by telephone
 * @throws `cover.void`, `cover.shift_begun/dropOut`, `cover.not_held`
 * @source docs/domain.md A7, Decision
 */
export function dropOut(
  need: Info,
  { memberId, by, at, reason }: { memberId: string; by?: string | undefined; at: string; reason: string },
): Info {
  if (!(Cover.isHeld(need) && need.memberId === memberId)) {
    if (need.status !== "void" && isOut(declineBy(need, memberId))) return need;
    throw need.status === "void" ? noLongerNeeded() : coverRefusal("cover.not_held");
  }
  if (at >= need.from) throw coverRefusal("cover.shift_begun/dropOut");
  const how = need.status === "confirmed" ? "droppedOut" : "declined";
  const said = declineOf(memberId, how, { at, reason });
  return openAgain(need, by === undefined || by === memberId ? said : { ...said, by });
}

const isOut = (decline: Cover.Decline | undefined): boolean =>
  decline?.how === "droppedOut" || decline?.how === "declined";

const declineBy = (need: Info, memberId: string): Cover.Decline | undefined =>
  need.declinedBy.findLast((one) => one.memberId === memberId);

/** Lets somebody answer who is asked, before the offer expires. */
function requireAsked(need: Info, memberId: string, at: string): void {
  if (need.status === "void") throw noLongerNeeded();
  const mine = need.status === "offered" && need.memberId === memberId;
  const last = declineBy(need, memberId)?.how;
  if ((mine && at >= need.expiresAt) || (!mine && last === "silence")) throw coverRefusal("cover.offer_expired");
  if (!mine && last !== undefined) throw coverRefusal("cover.declined");
  if (!mine) throw coverRefusal("cover.not_offered");
}

const noLongerNeeded = () => coverRefusal("cover.void");

/** Who takes part in an activity covers for nobody in it. @source docs/domain.md A7 */
export const participant = () => coverRefusal("cover.participant");

const requireAhead = (need: Info, at: string): void => {
  if (at >= need.from) throw coverRefusal("cover.shift_begun");
};

const requireAccepted = (need: Info): Extract<Info, { status: "accepted" }> => {
  if (need.status === "void") throw noLongerNeeded();
  if (need.status !== "accepted") throw coverRefusal("cover.not_accepted");
  return need;
};

/**
 * The post's head lets the coverer work the shift; only then it counts. Doing it twice is one confirmation.
 *
 * @throws `cover.void`, `cover.not_accepted`, `cover.own_cover` by the coverer, `cover.shift_begun`
 */
export function confirm(need: Info, { by, deputyFor, at }: Party & { at: string }): Info {
  if (need.status === "confirmed") return need;
  const held = requireAccepted(need);
  requireNotCoverer(held, { by, deputyFor });
  requireAhead(held, at);
  const inName = deputyFor === undefined ? {} : { confirmedFor: deputyFor };
  return { ...held, status: "confirmed", confirmedBy: by, ...inName, confirmedAt: at };
}

/**
 * The post's head does not let the coverer work the shift; somebody else is asked.
 *
 * @throws `cover.void`, `cover.not_accepted`, `cover.own_cover` by the coverer, `cover.shift_begun`
 */
export function turnDown(need: Info, { by, deputyFor, at, reason }: Party & { at: string; reason: string }): Info {
  const held = requireAccepted(need);
  requireNotCoverer(held, { by, deputyFor });
  requireAhead(held, at);
  return openAgain(held, declineOf(held.memberId, "notConfirmed", { at, reason }));
}

const requireNotCoverer = ({ memberId }: { memberId: string }, party: Party): void =>
  requireOther(party, [memberId], () => coverRefusal("cover.own_cover"));

/**
 * Puts down by hand who agreed to cover, and why this one; the post's head confirms it like any other.
 *
 * @throws `cover.void`, `cover.own_cover` for oneself, `cover.taken`, `cover.participant`, `cover.shift_begun`
 */
export function assign(
  need: Info,
  { memberId, by, deputyFor, reason, at }: Party & { memberId: string; reason: string; at: string },
): Info {
  requireNotCoverer({ memberId }, { by, deputyFor });
  if (Cover.isHeld(need) && need.memberId === memberId) return need;
  if (need.status === "void") throw noLongerNeeded();
  if (Cover.isHeld(need)) throw coverRefusal("cover.taken");
  if (need.participantId === memberId) throw participant();
  requireAhead(need, at);
  return { ...Cover.bare(need), status: "accepted", memberId, acceptedAt: at, assigned: { by, reason } };
}

/** Nobody covers: only needs without a coverer who agreed. Safe to run twice. */
export function giveUp(need: Info, { reason, at }: { reason: Cover.Unfilled; at: string }): Info {
  if (need.status !== "open" && need.status !== "offered") return need;
  return { ...Cover.bare(need), status: "unfilled", reason, since: at };
}

/** A cover is needed no more; who had agreed stays on record. Safe to run twice. */
export function annul(need: Info, { reason, at }: { reason: Cover.Void; at: string }): Info {
  if (need.status === "void") return need.reason === "elsewhere" ? { ...need, reason, since: at } : need;
  const coverer = Cover.covererOf(need);
  const former =
    coverer === undefined ? {} : { former: { memberId: coverer, status: (need as Cover.Offered | Cover.Held).status } };
  return { ...Cover.bare(need), status: "void", reason, since: at, ...former };
}

/** Asks for a coverer again: the one before may not, or it was needed no more. */
export const reopen = (need: Info): Cover.Open => openAgain(need);
