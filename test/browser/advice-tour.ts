import type { PhoneHouse } from "./phone.ts";
import type { Visit } from "./stop.ts";

/** A plan on which the alliance asked for advice: for whom was asked, on a phone, and for who decides. */
export async function advice({ house }: PhoneHouse, visit: Visit, app: "/m" | "/console"): Promise<void> {
  const { id } = await house.startActivity({
    ...{ in: 25, by: "freeA2", origin: "self", audience: { branchIds: [], teamIds: [] } },
    proposal: { plan: "夜间进山搜救训练，两组八人。", wishes: { guidance: true } } as never,
  });
  const path = `/activities/${id}/proposal`;
  const page = app === "/m" ? `/m/activities/${id}/advice` : `/console/proposals/${id}`;
  await house.as("alliance").post(`${path}/advisers`, { memberId: house.idOf("partyB4") });
  await visit({ name: "advice-asked", who: "partyB4", path: page });
  await house.as("partyB4").post(`${path}/advice`, { stance: "conditions", text: "夜间不进山，两人一组。" });
  await visit({
    name: "advice-given",
    who: "alliance",
    path: app === "/m" ? `/m/approvals/proposal/${id}` : page,
  });
}
