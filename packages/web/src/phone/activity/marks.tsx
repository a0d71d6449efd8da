import { catalogue } from "@yigong/core/language/catalogue.ts";
import type { Activity, Mine } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import type {} from "../../shared/campaigns/campaigns.routes.ts";
import { useWords } from "../../shared/words.ts";
import { ButtonLink, Chip } from "../ui/parts.tsx";

const words = catalogue({
  "zh-CN": { typical: "典型案例", campaign: "所属主题活动", deed: "登记本活动中的实事" },
  en: { typical: "Typical case", campaign: "The campaign", deed: "Record a deed within this activity" },
});

/** The stages that come after an archive was filed: before that nothing is a typical case. */
const FILED: readonly Activity["status"][] = ["surveying", "awarding", "done"];
const HELD: readonly Activity["status"][] = ["executing", "archiving", ...FILED];

/** Marks an activity that is a typical case. */
export function Marks({ activity: { id, status } }: { activity: Activity }) {
  const say = useWords(words);
  const { data } = useReading(
    "GET /activities/{id}/typical-case",
    { path: { id } },
    { live: false, enabled: FILED.includes(status) },
  );
  return data?.isTypical ? <Chip tone="good">{say("typical")}</Chip> : null;
}

/** On to the campaign, and to recording a deed once there was something to do. */
export function AfterLinks({ mine: { activity, places } }: { mine: Mine }) {
  const say = useWords(words);
  return (
    <>
      {activity.campaignId && (
        <ButtonLink kind="quiet" href={`/campaigns/${activity.campaignId}`}>
          {say("campaign")}
        </ButtonLink>
      )}
      {HELD.includes(activity.status) && places.some(({ state }) => state === "placed") && (
        <ButtonLink kind="quiet" href={`/deed?activity=${activity.id}`}>
          {say("deed")}
        </ButtonLink>
      )}
    </>
  );
}
