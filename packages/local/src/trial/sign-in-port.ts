import type { Channels } from "@yigong/application/ports/channels.ts";
import type { SignInPort } from "@yigong/functions/pages/sign-in-deps.ts";
import type { SignInSetup } from "@yigong/functions/sign-in/ways-from-settings.ts";
import { isLoopbackHost } from "@yigong/stepfunctions";
import type { Context } from "hono";
import type { TrialParts } from "./open-trial.ts";

/**
 * The address that a request came from. One of loopback is a reverse proxy on this machine, and the address that it put
 * last is its client's.
 */
export function networkOf(c: Context): string | undefined {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  const peer = incoming?.socket?.remoteAddress?.replace(/^::ffff:/, "");
  if (peer === undefined) return undefined;
  const isProxy = isLoopbackHost(peer.includes(":") ? `[${peer}]` : peer);
  const last = isProxy ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return last || peer;
}

/** How people sign in at this machine: by what the company has set up, and by choosing somebody where that is for trying out. */
export const signInPort = (
  setup: SignInSetup,
  { channels: { sms, mail }, trial }: { channels: Channels; trial: TrialParts | undefined },
): SignInPort => ({
  ...setup,
  ways: trial ? [...setup.ways, trial.way] : setup.ways,
  codes: setup.codes && (sms !== undefined || mail !== undefined || trial !== undefined),
  networkOf,
  ...(trial && { trial: { importExample: trial.importExample } }),
});
