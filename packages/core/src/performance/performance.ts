import * as z from "zod";
import { UnitId } from "../organization/organization.ts";

/** 0.01 % of what was to be attained: 10,325 is 103.25 %. */
const Attainment = z.int().min(0).max(1_000_000);

/** A programme of the company, such as 精英计划, and a period of it: `YYYY`, `YYYY-MM` or `YYYY-Qn`. */
export const Scope = z.object({
  programme: z.string().min(1).max(60),
  period: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$/, "must look like 2010, 2010-06 or 2010-Q2"),
});
export type Scope = z.infer<typeof Scope>;

/** What somebody attained at their post in a period; one result for a person. @source docs/domain.md T7 */
export const Info = Scope.extend({
  memberId: z.string(),
  postId: UnitId,
  attainment: Attainment,
  /** What they attained before the programme, where that is known. */
  start: Attainment.optional(),
});
export type Info = z.infer<typeof Info>;

/** What makes a result the same one in a later import. */
export const keyOf = ({ programme, period, memberId }: Pick<Info, "programme" | "period" | "memberId">): string =>
  `${programme}\n${period}\n${memberId}`;

/** Reads `103.25`, `103.25%` or `1,032.5 %`; undefined for what is no percentage or has more than two decimals. */
export function attainmentIn(text: string): number | undefined {
  const [, whole, decimals = ""] = /^(\d{1,3}(?:,?\d{3})?)(?:\.(\d{1,2}))?%?$/.exec(text.replace(/\s+/g, "")) ?? [];
  if (whole === undefined) return undefined;
  const found = Number(whole.replace(",", "")) * 100 + Number(decimals.padEnd(2, "0"));
  return Attainment.safeParse(found).data;
}

/** As people read it: 103.25 %. */
export const attainmentText = (attainment: number): string =>
  `${Math.floor(attainment / 100)}.${String(attainment % 100).padStart(2, "0")}%`;
