import type { IdentityDeps } from "@yigong/application/identity/identity-stores.ts";
import type { OpenDeps } from "@yigong/application/session/open-session.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { Context } from "hono";
import type { SignInSetup } from "../sign-in/ways-from-settings.ts";

/** What one machine offers for trying out, where nobody else reaches it. */
export interface Trial {
  /** Brings the example's people to an empty roster. */
  importExample(): Promise<void>;
}

/** How people sign in, as a composition root hands it in. */
export interface SignInPort extends SignInSetup {
  trial?: Trial | undefined;
  /** The address that a request came from, as far as it is known. */
  networkOf: (c: Context) => string | undefined;
}

export interface SignInPagesDeps extends Omit<IdentityDeps, "members" | "random">, Omit<OpenDeps, "members"> {
  members: IdentityDeps["members"] & Pick<Members, "page">;
  secrets: IdentityDeps["secrets"] & { readonly tokens: Uint8Array };
  signIn: SignInPort;
  now: () => string;
  /** Where people reach us, without a slash at the end. */
  origin: () => string;
  /** What went wrong and is nobody's refusal. */
  report: (what: string, error: unknown) => void;
}
