import { type Challenge, codeOf } from "@yigong/core/identity/challenge.ts";
import { text } from "@yigong/core/language/index.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { isRejected } from "../ports/channel-fault.ts";
import type { Channel, Channels, PersonalChannels } from "../ports/channels.ts";
import { type Attempt, done, type Handled } from "../ports/effect-handler.ts";
import { codeHmacOf } from "./code-hmac.ts";
import type { IdentityDeps } from "./identity-stores.ts";

export interface SendCodeDeps extends Pick<IdentityDeps, "signInCodes" | "members" | "settings" | "secrets"> {
  channels: Channels;
  /** The ways of codes, where they are others: what stands in for a company's own ways keeps what it is handed. */
  codeChannels?: Pick<Channels, "sms" | "mail" | "standIn"> | undefined;
  now: () => string;
}

interface Way {
  channel: Channel;
  to: string;
}

/** By SMS, else by mail; the office system's messages are left out, since others may read them on a desk. */
function waysTo({ mobile, email }: Member, { sms, mail }: PersonalChannels): Way[] {
  return [
    ...(sms && mobile ? [{ channel: sms, to: mobile }] : []),
    ...(mail && email ? [{ channel: mail, to: email }] : []),
  ];
}

/**
 * Sends a one-time code by the first way that takes it: the code is made here and is in no row.
 *
 * For a number that nobody has there is nothing to do; nor once the code is over or used.
 * @throws `channel.unavailable` when no way takes it now
 */
export async function sendCode(
  { challengeId }: EffectOf<"identity.sendCode">,
  { signal, attempts }: Pick<Attempt, "signal" | "attempts">,
  deps: SendCodeDeps,
): Promise<Handled> {
  const at = deps.now();
  const challenge = await deps.signInCodes.get(challengeId).catch(goneIsNothing);
  if (!challenge?.memberId || challenge.usedAt || challenge.expiresAt <= at) return done;
  const [member] = await deps.members.getMany([challenge.memberId]);
  const { sms, mail } = deps.channels;
  const { standIn, ...own } = deps.codeChannels ?? { sms, mail };
  const ways = member ? [...waysTo(member, own), ...waysTo(member, standIn ?? {})] : [];
  for (const [index, { channel, to }] of ways.entries()) {
    try {
      if (attempts === 0) await deps.signInCodes.count("codesByAddress", to, at);
      await channel.send({ key: `code_${challenge.id}`, to, ...(await worded(deps, challenge)) }, signal);
      return done;
    } catch (error) {
      if (signal?.aborted) throw error;
      const isOver = isRejected(error) || isLimited(error);
      if (!isOver && index === ways.length - 1) throw error;
    }
  }
  return done;
}

const isLimited = (error: unknown): boolean => error instanceof Refusal && error.kind === "limited";

const goneIsNothing = (error: unknown): undefined => {
  if (error instanceof Refusal && error.code === "identity.code_expired") return undefined;
  throw error;
};

async function worded(deps: SendCodeDeps, { id, employeeNumber: number, account, language }: Challenge) {
  const { name: alliance } = await deps.settings.get();
  const code = codeOf(codeHmacOf(deps.secrets.surveys), id);
  const subject = text(language, "identity.code.subject");
  if (!account) return { subject, body: text(language, "identity.code.signIn", { alliance, number, code }) };
  const provider = text(language, `identity.provider.${account.provider}`);
  return { subject, body: text(language, "identity.code.bind", { alliance, number, code, provider }) };
}
