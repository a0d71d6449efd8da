import { dynamoAwards } from "@yigong/core/award/award.store.ts";
import type { Certificates } from "@yigong/core/certificate/certificate.store.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import type { SettingsRow } from "@yigong/core/organization/settings.store.ts";
import type { RuleSets } from "@yigong/core/points/rules.store.ts";
import type { Handles, Manifest } from "../manifest/manifest.ts";
import type { Channels } from "../ports/channels.ts";
import type { AwardDeps, Certifying } from "./award-stores.ts";
import { beginNextRun } from "./begin-next-run.ts";
import { certifying } from "./certify-honours.ts";
import { publishNotice } from "./publish-notice.ts";
import { tellEverybody } from "./tell-standings.ts";

interface AwardNeeds extends Omit<AwardDeps, "ruleSets" | "certificates"> {
  ruleSets: Pick<RuleSets, "adopted">;
  certificates: Pick<Certificates, "ofYear" | "change">;
  issueCertificates: Certifying["issue"];
  settings: Pick<SettingsRow, "get">;
  now: () => string;
}

/** What routes, tasks and jobs of the annual run work on. */
export interface AwardUses extends AwardDeps {
  allianceName: () => Promise<string>;
  now: () => string;
}

const usesOf = ({ issueCertificates: issue, settings, ...deps }: AwardNeeds): AwardUses => ({
  ...deps,
  ruleSets: deps.ruleSets.adopted,
  certificates: certifying({ certificates: deps.certificates, issue }),
  allianceName: async () => (await settings.get()).name,
});

export const award = {
  name: "award",
  stores: (table: Table) => ({ awards: dynamoAwards(table) }),
  offers: (deps: AwardNeeds) => ({ awardDeps: usesOf(deps) }),
  handlers: ({
    awardDeps,
    channels,
    origin,
  }: {
    awardDeps: AwardUses;
    channels: Channels;
    /** Where people reach us, without a slash at the end. */
    origin: () => string;
  }): Handles<"award.next" | "award.notice" | "award.tell"> => ({
    "award.next": beginNextRun(awardDeps),
    "award.notice": publishNotice({ ...awardDeps, channels, origin }),
    "award.tell": tellEverybody(awardDeps),
  }),
} as const satisfies Manifest;
