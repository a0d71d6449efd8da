import type * as z from "zod";
import { Info } from "./member.ts";

/** What lists of people are searched, filtered and sorted by. */
export const Listed = Info.pick({
  id: true,
  employeeNumber: true,
  name: true,
  politicalStatuses: true,
  affiliations: true,
  leftOn: true,
  volunteerSince: true,
  teamIds: true,
  skills: true,
  roles: true,
});
export type Listed = z.infer<typeof Listed>;
