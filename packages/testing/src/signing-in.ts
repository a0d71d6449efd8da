import { sendCode } from "@yigong/application/identity/send-code.ts";
import type { Channels, Parcel } from "@yigong/application/ports/channels.ts";
import type { Identified } from "@yigong/core/identity/identity.ts";
import { httpOf } from "@yigong/functions/composition/http.ts";
import { NO_WAYS, signInPagesOf } from "@yigong/functions/composition/sign-in.ts";
import type { SignInPort } from "@yigong/functions/pages/sign-in-deps.ts";
import type { Way } from "@yigong/functions/sign-in/way.ts";
import { openBrowser } from "./browser.ts";
import { ORIGIN, type TestAlliance } from "./test-alliance.ts";

/** A provider that says whom a test wants it to, for a code of any kind. */
export const knowing = (told: { account: Identified }): Way => ({
  name: "oidc",
  begin: async ({ state }) => `https://id.example/authorize?${new URLSearchParams({ state })}`,
  identify: async () => told.account,
});

/** The pages for signing in on an alliance of tests, with browsers, and the codes that were sent. */
export function signingInOn({ useCases }: TestAlliance, port: Partial<SignInPort>) {
  const site = httpOf(useCases, signInPagesOf(useCases, { ...NO_WAYS, codes: true, ...port }));
  const sent: Parcel[] = [];
  const channel = { send: async (parcel: Parcel) => void sent.push(parcel) };
  const channels: Channels = { sms: channel, mail: channel };
  return {
    site,
    sent,
    browser: (headers: Record<string, string> = {}) => openBrowser(site, ORIGIN, headers),
    /** Sends the codes that wait in the outbox. @returns the last one's digits */
    async sendCodes(ways: Channels = channels): Promise<string> {
      for (const { effect, ...row } of await useCases.outbox.due(useCases.now(), 100, "urgent")) {
        if (effect.kind !== "identity.sendCode") continue;
        await sendCode(effect, row, { ...useCases, channels: ways });
        await useCases.outbox.done(effect.id);
      }
      return /\b\d{6}\b/.exec(sent.at(-1)?.body.replace(/工号 \d+|number \d+/, "") ?? "")?.[0] ?? "";
    },
  };
}
