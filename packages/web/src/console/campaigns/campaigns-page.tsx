import { Empty } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Campaign } from "../../shared/campaigns/campaigns.routes.ts";
import { campaignWords } from "../../shared/campaigns/campaigns.words.ts";
import { newId } from "../../shared/new-id.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { PageLink, useGo } from "../ui/link.tsx";
import { List, type ListColumn } from "../ui/list.tsx";
import { Page } from "../ui/page.tsx";
import { useRoles } from "../ui/use-roles.ts";
import { CampaignFields, isSaid, type Said } from "./campaign-fields.tsx";

/** Every campaign, the latest first. */
export default function CampaignsPage() {
  const say = useWords(campaignWords);
  const mayWrite = useRoles()("alliance", "organizer");
  return (
    <Page title={say("title")} about={say("about")} actions={mayWrite && <Begin />}>
      <List
        name="campaigns"
        title={say("title")}
        route="GET /campaigns"
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say("empty")}>
            <p className="quiet">{say("empty.detail")}</p>
          </Empty>
        }
      />
    </Page>
  );
}

function useColumns(): ListColumn<Campaign>[] {
  const say = useWords(campaignWords);
  const when = useWhen();
  const day = (key: "from" | "to"): ListColumn<Campaign> => ({
    key,
    title: say(key),
    width: 160,
    show: ({ [key]: value }) => <span className="whole">{when.date(value)}</span>,
    value: ({ [key]: value }) => value,
  });
  return [
    {
      key: "name",
      title: say("name"),
      width: 280,
      show: ({ id, name }) => <PageLink to={`/campaigns/${id}`}>{name}</PageLink>,
      value: ({ name }) => name,
    },
    day("from"),
    day("to"),
    {
      key: "summary",
      title: say("summary"),
      width: 360,
      show: ({ summary }) => <span className="clamp">{summary}</span>,
      value: ({ summary }) => summary,
    },
  ];
}

const EMPTY: Said = { name: "", from: undefined, to: undefined, summary: "" };

function Begin() {
  const say = useWords(campaignWords);
  const go = useGo();
  const [once, setOnce] = useState(newId);
  const [said, setSaid] = useState(EMPTY);
  const { summary, name, ...days } = said;
  const body = { name: name.trim(), ...days, ...(summary.trim() && { summary: summary.trim() }) };
  return (
    <ActButton
      type="primary"
      fields={<CampaignFields said={said} set={(more) => setSaid((before) => ({ ...before, ...more }))} />}
      ready={isSaid(said)}
      act={() => call("POST /campaigns", { body, once })}
      done={(campaign) => say("begun", { name: campaign.name })}
      onDone={({ id }) => {
        setSaid(EMPTY);
        setOnce(newId());
        go(`/campaigns/${id}`);
      }}
    >
      {say("begin")}
    </ActButton>
  );
}
