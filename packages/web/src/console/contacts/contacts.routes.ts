import type { ContactView, ListedContactView, WaysView } from "@yigong/functions/api/contact.view.ts";
import type * as z from "zod";
import type { Page } from "../../shared/api/routes.ts";

export type Contact = ContactView;
export type Standing = ListedContactView;
export type People = Record<string, { name: string; employeeNumber: string }>;

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "GET /contacts": Page<Standing> & { total: number };
    "POST /contacts": Contact;
    "GET /contacts/{id}": { contact: Contact; people: People };
    "PATCH /contacts/{id}": Contact;
    "POST /contacts/{id}/ways": z.output<typeof WaysView>;
    "PUT /contacts/{id}/do-not-contact": Contact;
    "POST /contacts/{id}/consents": Contact;
    "POST /contacts/{id}/removal": Contact;
  }
}
