import type { Language } from "@yigong/core/language/catalogue.ts";
import { StepUp } from "@yigong/core/session/index.ts";
import type { StepUps } from "@yigong/core/session/step-up.store.ts";
import { isRightCode } from "@yigong/core/session/step-up-code.ts";
import type { Wake } from "../ports/wake.ts";

export interface StepUpDeps {
  stepUps: StepUps;
  secrets: { readonly surveys: Uint8Array };
  wake: Wake;
}

/** Sends a one-time code to who is in a session. @throws `auth.too_many_codes`, `store.busy` */
export async function askCode(
  { stepUps, wake }: Pick<StepUpDeps, "stepUps" | "wake">,
  asking: StepUp.Asking & { language: Language },
  at: string,
): Promise<StepUp.Info> {
  const { memberId, sessionId, language } = asking;
  const { row, isNew } = await stepUps.ask({ memberId, sessionId }, at, ({ number }) => ({
    effects: [{ id: `code:${memberId}:${number}`, kind: "session.sendCode", dueAt: at, memberId, number, language }],
  }));
  if (isNew) wake();
  return row;
}

/**
 * Lets a session count as fresh for a while by the code that was sent to it. A code is counted before it is compared, and
 * is used once.
 *
 * @returns until when it counts, ISO-8601 UTC
 * @throws `auth.no_code`, `auth.too_many_tries`, `auth.wrong_code`, `store.busy`
 */
export async function stepUp(
  { stepUps, secrets }: Omit<StepUpDeps, "wake">,
  { code, ...asking }: StepUp.Asking & { code: string },
  at: string,
): Promise<string> {
  const row = await stepUps.countTry(asking, at);
  const { memberId, sessionId, number } = row;
  if (!isRightCode({ secret: secrets.surveys, memberId, sessionId, number }, code)) throw StepUp.wrongCode(row);
  const until = StepUp.countsUntil(at);
  await stepUps.use(row, until);
  return until;
}
