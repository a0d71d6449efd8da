import type { SignInCodes } from "@yigong/core/identity/challenge.store.ts";
import type { Identities } from "@yigong/core/identity/identity.store.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { SettingsRow } from "@yigong/core/organization/settings.store.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import type { Wake } from "../ports/wake.ts";

/** What signing in works on. */
export interface IdentityDeps {
  identities: Identities;
  signInCodes: SignInCodes;
  members: Pick<Members, "get" | "getMany" | "byEmployeeNumber" | "byAccount" | "change">;
  units: Pick<Units, "byName">;
  settings: Pick<SettingsRow, "get">;
  /** The local day of an instant. */
  dayOf: (at: string) => string;
  newId: NewId;
  /** Random lower-case hexadecimal digits. */
  random: (digits: number) => string;
  secrets: { readonly surveys: Uint8Array };
  wake: Wake;
}
