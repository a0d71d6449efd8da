import type { Todo } from "../../shared/api/routes.ts";

/** Where something is done: on a page of the console, or on a phone page where the console has none. */
export type Where = { to: string } | { phone: string };

const APPROVAL = /^\/m\/approvals\/(\w+)\/(.+)$/;
const ACTIVITY = /^\/m\/activities\/([^/]+)(?:\/([\w-]+))?$/;

/** Beside which tab of its activity an approval is found. */
const TABS: Readonly<Record<string, string>> = {
  leave: "people",
  cover: "covers",
  correction: "points",
  backEntry: "check-in",
  paperSheet: "check-in",
  appeal: "check-in",
};
const SERVICE = /^\/m\/services\/([^/]+)$/;
const OF_ARCHIVE: readonly Todo["kind"][] = ["archive", "archiveOverdue"];

/** The kind of a decision and the ids by which it is found, as a to-do's address has them. */
export function approvalOf({ href }: Pick<Todo, "href">): { kind: string; ids: string[] } | undefined {
  const [, kind, ids] = APPROVAL.exec(href) ?? [];
  return kind && ids ? { kind, ids: ids.split(".").map(decodeURIComponent) } : undefined;
}

/** The page of the console for what is asked. @param href - of a phone page, as the API and messages have it */
export function whereOf({ kind, href }: Pick<Todo, "kind" | "href">): Where {
  const approval = approvalOf({ href });
  if (approval) {
    const [first = ""] = approval.ids;
    if (approval.kind === "proposal") return { to: `/proposals/${first}` };
    if (approval.kind.startsWith("award")) return { to: `/awards/${first}` };
    if (approval.kind === "accountRequest") return { to: "/people" };
    if (approval.kind === "deed") return { to: "/deeds" };
    if (approval.kind === "away") return { to: `/people/${first}` };
    const tab = TABS[approval.kind];
    return tab ? { to: `/activities/${first}/${tab}` } : { to: "/points" };
  }
  const [, service] = SERVICE.exec(href) ?? [];
  if (service !== undefined) return { to: `/services/${service}` };
  const [, id, page] = ACTIVITY.exec(href) ?? [];
  if (id === undefined) return { phone: href };
  if (page === "roll-call") return { to: `/activities/${id}/check-in` };
  if (page === "advice") return { to: `/proposals/${id}` };
  if (page === "money" || page === "helpers") return { to: `/activities/${id}/money` };
  if (page !== undefined) return { phone: href };
  if (kind === "proposalReturned") return { to: `/proposals/${id}` };
  return { to: OF_ARCHIVE.includes(kind) ? `/activities/${id}/archive` : `/activities/${id}` };
}
