import type { Contacts } from "@yigong/core/contact/contact.store.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import type { Hmac } from "@yigong/core/survey/link.ts";

/** What keeping contacts works on. */
export interface ContactDeps {
  contacts: Contacts;
  newId: NewId;
  hmac: Hmac;
}

/** Who does something about a contact, when, and on which local day. */
export type Doing = By & { at: string; day: string };

/** By what a way is known of which nobody wants to be contacted: nobody finds the way again without the secret. */
export const silenceKeyOf = (hmac: Hmac, way: string): string =>
  Buffer.from(hmac("contact.silence", way)).toString("hex");
