import type { Certificates } from "@yigong/core/certificate/certificate.store.ts";
import { revoke } from "@yigong/core/certificate/certificate.ts";
import type { Certifying } from "./award-stores.ts";

/** What the run needs of certificates: issuing, and revoking what a corrected run no longer gives. */
export function certifying({
  certificates,
  issue,
}: {
  certificates: Pick<Certificates, "ofYear" | "change">;
  issue: Certifying["issue"];
}): Certifying {
  return {
    issue,
    async revokeOthers({ year, holders, at, reason }) {
      const kept = new Set(holders.map(({ memberId, honour }) => `${memberId} ${honour}`));
      const honours = new Set(holders.map(({ honour }) => honour));
      let cursor: string | undefined;
      do {
        const page = await certificates.ofYear(year, { limit: 100, cursor });
        const lost = page.items.filter(
          ({ status, honour, holder }) =>
            status === "issued" &&
            honours.has(honour) &&
            !(holder.kind === "named" && kept.has(`${holder.memberId} ${honour}`)),
        );
        for (const { number } of lost)
          await certificates.change(number, (item) => ({
            item: item.status === "issued" ? revoke(item, { at, by: { actorId: "system" }, reason }) : item,
          }));
        cursor = page.cursor;
      } while (cursor);
    },
  };
}
