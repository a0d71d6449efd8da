import type { Forms } from "@yigong/core/form/form.store.ts";
import type { Form } from "@yigong/core/form/index.ts";
import { text } from "@yigong/core/language/index.ts";
import { FEWEST } from "@yigong/core/lib/few.ts";
import { dayOf, yearOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { affiliationOn, isEmployedOn } from "@yigong/core/member/member.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { Satisfaction } from "@yigong/core/satisfaction/index.ts";
import { satisfactionRefusal } from "@yigong/core/satisfaction/satisfaction.refusals.ts";
import type { Satisfactions } from "@yigong/core/satisfaction/satisfaction.store.ts";
import { type OpenFormDeps, openForm } from "../form/open-form.ts";

export interface OpenSurveyDeps extends OpenFormDeps {
  satisfactions: Pick<Satisfactions, "find">;
  members: Pick<Members, "all">;
  zone: string;
}

/** The survey of a year that was not called off. */
export const askedIn = async (forms: Pick<Forms, "about">, year: number): Promise<Form.Info | undefined> =>
  (await forms.about(String(year))).find(({ kind, calledOff }) => kind === "satisfaction" && !calledOff);

/**
 * Asks every employee about a year. Departments of fewer than five are not told apart in any row.
 *
 * @param closesAt - ISO-8601 UTC
 * @throws `satisfaction.year_over`, `satisfaction.year_known`, `satisfaction.year_asked`, those of `openForm`
 */
export const openSatisfaction =
  (deps: OpenSurveyDeps) =>
  async (year: number, { closesAt, by, at }: { closesAt: string; by: By; at: string }): Promise<Form.Info> => {
    const thisYear = yearOf(at, deps.zone);
    if (year !== thisYear && year !== thisYear - 1) throw satisfactionRefusal("satisfaction.year_over", { year });
    const stated = await deps.satisfactions.find(year);
    if (stated)
      throw satisfactionRefusal("satisfaction.year_known", { year, index: Satisfaction.indexText(stated.index) });
    if (await askedIn(deps.forms, year)) throw satisfactionRefusal("satisfaction.year_asked", { year });
    const day = dayOf(at, deps.zone);
    const people = (await deps.members.all()).filter((member) => isEmployedOn(member, day));
    const byUnit = Map.groupBy(people, (member) => affiliationOn(member, day).departmentId);
    const parts = [...byUnit].flatMap(([unitId, own]) =>
      unitId !== undefined && own.length >= FEWEST ? [{ unitId, asked: own.length }] : [],
    );
    const title = text("zh-CN", "satisfaction.title", { year: String(year) });
    const opening = { kind: "satisfaction" as const, title, aboutId: String(year), ownerIds: [], asked: people.length };
    return openForm(deps)({ ...opening, parts, opensAt: at, closesAt }, { by, at });
  };
