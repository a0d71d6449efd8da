import * as z from "zod";
import { Refusal } from "../lib/error.ts";
import { Instant, plusHours } from "../lib/time.ts";
import type { Grant } from "../permission/role.ts";
import * as Device from "./device.ts";

/** How somebody signed in: through an office system, the company's identity provider, a one-time code, or to try it out. */
export const Way = z.enum(["wecom", "dingtalk", "feishu", "oidc", "code", "try"]);
export type Way = z.infer<typeof Way>;

const HOURS_PER_DAY = 24;

/**
 * How long a session lasts, in hours: unused, and at the most.
 *
 * A phone is one person's and locks itself. A computer in an office is shared and stays open: unused over a weekend it is
 * still there, over a short holiday it is not, and 30 days are what NIST SP 800-63B allows at the least assurance.
 */
export const LIMITS = {
  personal: { idleHours: 14 * HOURS_PER_DAY, mostHours: 90 * HOURS_PER_DAY },
  shared: { idleHours: 3 * HOURS_PER_DAY, mostHours: 30 * HOURS_PER_DAY },
} as const;

/** A session's last use is written at most so often: a session may end so much earlier than the idle limit says. */
export const SEEN_EVERY_MINUTES = 5;

/** The SHA-256 of a cookie's secret, in hexadecimal digits: by it a session is found, and no cookie follows from it. */
export const Id = z.string().regex(/^[0-9a-f]{64}$/, "must be 64 hexadecimal digits");

/** One browser in which a member is signed in. */
export const Info = z.object({
  id: Id,
  memberId: z.string(),
  way: Way,
  device: Device.Info,
  createdAt: Instant,
  /** Its last use, give or take `SEEN_EVERY_MINUTES`. */
  seenAt: Instant,
  /** The end at the most. */
  endsAt: Instant,
  /** A digest of the roles in force when it was opened. */
  roles: z.string(),
  /** Until when a fresh one-time code counts. */
  stepUpUntil: Instant.optional(),
});
export type Info = z.infer<typeof Info>;

const limitsOf = (device: Device.Info) => (Device.isPersonal(device) ? LIMITS.personal : LIMITS.shared);

/** A new session. @param at - instant of signing in, ISO-8601 UTC */
export function open(
  said: Pick<Info, "id" | "memberId" | "way" | "roles"> & { userAgent: string | undefined },
  at: string,
): Info {
  const { userAgent, ...rest } = said;
  const device = Device.deviceOf(userAgent);
  return { ...rest, device, createdAt: at, seenAt: at, endsAt: plusHours(at, limitsOf(device).mostHours) };
}

/** Why a session is over. */
export type End = "idle" | "expired" | "rolesChanged" | "left";

/** What is known of a session's holder at an instant. */
export interface Holder {
  isEmployed: boolean;
  /** The digest of the roles in force. */
  roles: string;
}

/** Whether the limits of a session are over, at the very instant or later. */
export function timeOver(session: Info, at: string): "idle" | "expired" | undefined {
  if (at >= session.endsAt) return "expired";
  return at >= plusHours(session.seenAt, limitsOf(session.device).idleHours) ? "idle" : undefined;
}

/** Why a session is over, if it is. It is judged when it is used: nothing has to end it when somebody leaves. */
export function overBy(session: Info, { isEmployed, roles }: Holder, at: string): End | undefined {
  if (!isEmployed) return "left";
  return timeOver(session, at) ?? (roles === session.roles ? undefined : "rolesChanged");
}

const SAID: Record<End, string> = {
  idle: "You were signed out because this session was not used for a while. Sign in again.",
  expired: "You were signed out because signing in is good for a limited time. Sign in again.",
  rolesChanged: "Your roles have changed since you signed in. Sign in again to go on with them.",
  left: "This person is not on the roster, or no longer. If that is wrong, ask the alliance's administrator.",
};

/** The refusal of a session that is over, or that nobody has: revoked, forgotten, or of another installation. */
export const ended = (why?: End): Refusal =>
  new Refusal(
    "unauthenticated",
    "auth.session_ended",
    why ? SAID[why] : "You are not signed in here any more. Sign in again.",
  );

/** Whether a session's last use is to be written. */
export const isToBeSeen = ({ seenAt }: Info, at: string): boolean => at >= plusHours(seenAt, SEEN_EVERY_MINUTES / 60);

/** The roles in force, as text: what they allow and for whom, not since when. The same roles are the same text. */
export const rolesText = (grants: readonly Grant[]): string =>
  grants
    .map(({ role, scope, deputyFor }) =>
      JSON.stringify([role, scope.kind === "all" ? "" : scope.unitId, deputyFor ?? ""]),
    )
    .sort()
    .join();

/** Whether a fresh one-time code still counts. */
export const isSteppedUp = ({ stepUpUntil }: Info, at: string): boolean =>
  stepUpUntil !== undefined && at < stepUpUntil;

/** The month in which a session ends at the latest, `YYYY-MM`: by it old rows are found. */
export const monthOf = ({ endsAt }: Pick<Info, "endsAt">): string => endsAt.slice(0, 7);
