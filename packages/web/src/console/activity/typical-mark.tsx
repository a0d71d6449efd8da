import { Tag } from "antd";
import type { Activity } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import type {} from "../../shared/campaigns/campaigns.routes.ts";
import { campaignWords } from "../../shared/campaigns/campaigns.words.ts";
import { useWords } from "../../shared/words.ts";

/** The stages that come after an archive was filed. */
const FILED: readonly Activity["status"][] = ["surveying", "awarding", "done"];

/** Marks an activity that is a typical case. */
export function TypicalMark({ activityId: id, status }: { activityId: string; status: Activity["status"] }) {
  const say = useWords(campaignWords);
  const { data } = useReading(
    "GET /activities/{id}/typical-case",
    { path: { id } },
    { live: false, enabled: FILED.includes(status) },
  );
  return data?.isTypical ? <Tag color="success">{say("typical")}</Tag> : null;
}
