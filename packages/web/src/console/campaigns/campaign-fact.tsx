import { Select } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Activity } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import type {} from "../../shared/campaigns/campaigns.routes.ts";
import { campaignWords } from "../../shared/campaigns/campaigns.words.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWords } from "../../shared/words.ts";
import { mayDo } from "../activity/rights.ts";
import { ActButton } from "../ui/act.tsx";
import { Field } from "../ui/field.tsx";
import { PageLink } from "../ui/link.tsx";
import { useCampaignOptions } from "./use-campaign-options.ts";

/** Of which campaign an activity is part; who runs it may change that at any time. */
export function CampaignFact({ activity }: { activity: Activity }) {
  const say = useWords(campaignWords);
  const me = useMe();
  const { campaignId } = activity;
  const mayGroup = mayDo(me, "activity.run", activity);
  const { data } = useReading(
    "GET /campaigns/{id}",
    { path: { id: campaignId ?? "" } },
    { live: false, enabled: campaignId !== undefined },
  );
  return (
    <>
      {campaignId && (
        <span>
          {say("title")} <PageLink to={`/campaigns/${campaignId}`}>{data?.name ?? campaignId}</PageLink>
        </span>
      )}
      {mayGroup && <Group key={activity.version} activity={activity} />}
    </>
  );
}

function Group({ activity: { id, campaignId, version } }: { activity: Activity }) {
  const say = useWords(campaignWords);
  const [chosen, choose] = useState<string | null>(campaignId ?? null);
  const options = useCampaignOptions();
  const nameOf = (wanted: string | null) => options.find(({ value }) => value === wanted)?.label ?? "";
  if (options.length === 0 && !campaignId) return null;
  return (
    <ActButton
      size="small"
      fields={
        <Field label={say("title")}>
          {(field) => (
            <Select<string>
              id={field}
              className="wide"
              allowClear
              placeholder={say("group.none")}
              value={chosen}
              options={options}
              onChange={(value: string | null) => choose(value ?? null)}
            />
          )}
        </Field>
      }
      ready={chosen !== (campaignId ?? null)}
      act={() => call("PUT /activities/{id}/campaign", { path: { id }, body: { campaignId: chosen, version } })}
      done={chosen ? say("group.done", { name: nameOf(chosen) }) : say("group.out")}
    >
      {say(campaignId ? "regroup" : "group")}
    </ActButton>
  );
}
