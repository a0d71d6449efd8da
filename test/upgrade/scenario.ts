import type { Alliance, Started } from "@yigong/testing/alliance.ts";
import { awards, firstYear, organize } from "./first-year.ts";
import { type OpenActivities, openActivities, SURVEYED } from "./open-activities.ts";
import { leavePending, type Pending } from "./pending-effects.ts";
import { secondYear } from "./second-year.ts";

/** What the continuation needs to know of the scenario. */
export interface Scenario extends OpenActivities, Pending {
  /** Done in 2026. */
  second: Started;
  /** Survey links that were sent. */
  links: string[];
}

/** Two years of an alliance, up to the instant of the export. */
export async function runScenario(house: Alliance): Promise<Scenario> {
  await organize(house);
  const first = await firstYear(house);
  await awards(house);
  const second = await secondYear(house, first);
  const activities = await openActivities(house, first);
  const links = await Promise.all(SURVEYED.map(house.linkOf));
  return { ...activities, second, links, ...(await leavePending(house, activities)) };
}
