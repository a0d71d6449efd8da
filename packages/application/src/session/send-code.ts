import { Refusal } from "@yigong/core/lib/error.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { isEmployedOn } from "@yigong/core/member/member.ts";
import { render } from "@yigong/core/message/message.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { Device, StepUp } from "@yigong/core/session/index.ts";
import type { Sessions } from "@yigong/core/session/session.store.ts";
import type { StepUps } from "@yigong/core/session/step-up.store.ts";
import { codeFor } from "@yigong/core/session/step-up-code.ts";
import { deliver } from "../message/deliver-message.ts";
import type { Channels } from "../ports/channels.ts";
import { type Attempt, done, type Handled } from "../ports/effect-handler.ts";

export interface SendCodeDeps {
  stepUps: Pick<StepUps, "find">;
  sessions: Pick<Sessions, "find">;
  members: Pick<Members, "getMany">;
  secrets: { readonly surveys: Uint8Array };
  channels: Channels;
  dayOf: (at: string) => string;
  zone: string;
  now: () => string;
}

/** Attempts after which the next way to a person is tried: somebody waits for the code. */
const PATIENT_TRIES = 1;

/**
 * Sends a one-time code, which is made here and is in no row: none that was used, has expired, or was followed by another.
 *
 * Sent twice it is the same code under the same key.
 * @throws `session.code_undelivered` (unavailable) while a channel is down and the code is still good
 */
export async function sendCode(
  deps: SendCodeDeps,
  { id, memberId, number, language }: EffectOf<"session.sendCode">,
  { attempts, signal }: Pick<Attempt, "attempts" | "signal">,
): Promise<Handled> {
  const at = deps.now();
  const row = await deps.stepUps.find(memberId);
  if (!StepUp.isWorthSending(row, number, at)) return done;
  const { sessionId } = row;
  const [session, [person]] = await Promise.all([deps.sessions.find(sessionId), deps.members.getMany([memberId])]);
  if (!session || !person || !isEmployedOn(person, deps.dayOf(at))) return done;
  const params = {
    code: codeFor({ secret: deps.secrets.surveys, memberId, sessionId, number }),
    device: Device.deviceName(session.device, language),
    minutes: String(StepUp.CODE_MINUTES),
  };
  const parcel = { key: id, ...render(language, "session.code", params, { zone: deps.zone, asOf: at }) };
  const { delivery } = await deliver(person, parcel, { ...deps, patient: attempts < PATIENT_TRIES, signal });
  if (delivery === "queued")
    throw new Refusal("unavailable", "session.code_undelivered", "The code could not be sent yet.");
  return done;
}
