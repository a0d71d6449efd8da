import { createRoute, z } from "@hono/zod-openapi";
import { type Found, searchAll } from "@yigong/application/search/search-all.ts";
import type { Books, Person } from "@yigong/application/search/search-books.ts";
import { dayText, type Language, text } from "@yigong/core/language/index.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { affiliationOn } from "@yigong/core/member/member.ts";
import { type Actor, allow, may } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, routes, security } from "../lib/edge.ts";
import { languageFor } from "../lib/reader.ts";

const Query = z.object({
  q: z.string().trim().min(1).max(60),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});
const FoundView = z
  .object({
    kind: z.enum(["person", "activity", "unit"]),
    id: z.string(),
    title: z.string(),
    /** In the reader's language: employee number and unit, day and state, or the kind of unit. */
    detail: z.string(),
  })
  .openapi("Found");
const Answer = z.object({ items: z.array(FoundView) });

export interface SearchDeps {
  books: Books;
  now: () => string;
  zone: string;
}

/** Whom of the roster the actor may be told of; undefined for nobody but themselves. */
function seenBy(actor: Actor, day: string): ((person: Person) => boolean) | undefined {
  if (may(actor, "member.read")) return () => true;
  if (!actor.grants.some(({ scope }) => scope.kind !== "all")) return undefined;
  return (one) => may(actor, "member.read", { branchId: affiliationOn(one, day).branchId, teamIds: one.teamIds });
}

/** Finding people, activities and units from anywhere in the console. */
export const searchRoutes = (deps: SearchDeps) =>
  routes().openapi(
    createRoute({
      path: "/search",
      summary: "Find people, activities and units by name, pinyin, initials or employee number",
      tags: ["Search"],
      security,
      method: "get",
      request: { query: Query },
      responses: answers(Answer, "What begins with it first; people only for those who may read the roster"),
    }),
    async (c) => {
      allow(actorOf(c), "search.read");
      const day = dayOf(deps.now(), deps.zone);
      const found = await searchAll(deps.books, { ...c.req.valid("query"), day }, seenBy(actorOf(c), day));
      const show = await foundView(deps, languageFor(c), day);
      return c.json({ items: found.map(show) }, 200);
    },
  );

async function foundView({ books, now, zone }: SearchDeps, language: Language, day: string) {
  const units = await books.units();
  const setting = { zone, asOf: now() };
  const detailOf = (found: Found): string => {
    switch (found.kind) {
      case "person": {
        const { branchId, departmentId } = affiliationOn(found.value, day);
        const unit = units.get(departmentId ?? branchId ?? "")?.name;
        return [found.value.employeeNumber, ...(unit ? [unit] : [])].join(" · ");
      }
      case "activity":
        return `${dayText(language, found.value.startsAt, setting)} · ${text(language, `activity.status.${found.value.status}`)}`;
      case "unit":
        return text(language, `unit.kind.${found.value.kind}`);
    }
  };
  return (found: Found): z.output<typeof FoundView> => ({
    kind: found.kind,
    id: found.value.id,
    title: found.kind === "activity" ? found.value.title : found.value.name,
    detail: detailOf(found),
  });
}
