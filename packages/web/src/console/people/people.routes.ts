import type { Account, Rebinding } from "@yigong/core/identity/identity.ts";
import type { HistoryView } from "@yigong/functions/api/member-history.view.ts";
import type * as z from "zod";
import type { Member, Page, Participation } from "../../shared/api/routes.ts";

export type History = z.output<typeof HistoryView>;
export type SignInAccount = Omit<Account, "version">;
export type AccountRequest = Rebinding;

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "GET /members/{id}": Member;
    "POST /members": Member;
    "PATCH /members/{id}": Member;
    "GET /members/{id}/contact": { mobile?: string | undefined; email?: string | undefined };
    "GET /members/{id}/history": History;
    "GET /members/{id}/participations": Page<Participation>;
    "GET /members/{id}/accounts": { items: SignInAccount[] };
    "DELETE /members/{id}/accounts/{provider}": { ended: number };
    "GET /account-requests": Page<AccountRequest>;
    "POST /account-requests/{id}/decision": AccountRequest;
    "DELETE /members/{id}/sessions": { ended: number };
    "POST /members/{id}/roles": Member;
    "DELETE /members/{id}/roles": Member;
  }
}
