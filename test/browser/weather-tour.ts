import type { PhoneHouse } from "./phone.ts";
import type { Visit } from "./stop.ts";

/** What an activity that is called off for the weather shows its organizer, on a phone and in the console. */
export async function weather({ house }: PhoneHouse, visit: Visit, app: "/m" | "/console"): Promise<void> {
  const activity = await house.startActivity({ in: 30 });
  await house.signUp(activity, "partyA2", "freeA1");
  const page = (name = "") => `${app}/activities/${activity.id}${name}`;
  const stop = { who: "organizer" as const };
  if (app === "/m") await visit({ ...stop, name: "call-off", path: page("/call-off") });
  await visit({ ...stop, name: "reached-none", path: page("/reached") });
  await house.as("organizer").post(`/activities/${activity.id}/call-off`, { reason: "暴雨橙色预警" });
  await visit({ ...stop, name: "reached", path: page("/reached") });
}
