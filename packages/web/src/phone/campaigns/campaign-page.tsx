import { Link } from "wouter";
import { useReading } from "../../shared/api/use-reading.ts";
import type { Campaign, CampaignFigures, CampaignPart } from "../../shared/campaigns/campaigns.routes.ts";
import { campaignWords, hoursOf } from "../../shared/campaigns/campaigns.words.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Page } from "../ui/page.tsx";
import { Card, Chip, Empty, Facts } from "../ui/parts.tsx";
import { Loaded } from "../ui/trouble.tsx";

/** One campaign: what it is, what it came to, and its activities. */
export default function CampaignPage({ params: { id } }: { params: { id: string } }) {
  const say = useWords(campaignWords);
  const campaign = useReading("GET /campaigns/{id}", { path: { id } }, { live: false });
  return (
    <Page title={campaign.data?.name ?? say("title")} back="/campaigns">
      <Loaded of={campaign}>{(data) => <Content campaign={data} />}</Loaded>
    </Page>
  );
}

function Content({ campaign: { id, from, to, summary } }: { campaign: Campaign }) {
  const say = useWords(campaignWords);
  const when = useWhen();
  const parts = useReading("GET /campaigns/{id}/activities", { path: { id }, query: { limit: 100 } }, { live: false });
  return (
    <>
      <Card>
        <p>{say("days.of", { from: when.date(from), to: when.date(to) })}</p>
        {summary && <p className="pre">{summary}</p>}
      </Card>
      <Loaded of={parts}>
        {({ items, figures }) =>
          items.length === 0 ? (
            <Empty title={say("activities.empty")} />
          ) : (
            <>
              <Figures figures={figures} />
              <h2>{say("activities")}</h2>
              <ul className="items">
                {items.map((part) => (
                  <li key={part.activityId}>
                    <One part={part} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </>
  );
}

function Figures({ figures: { activities, people, minutes, clients } }: { figures: CampaignFigures }) {
  const say = useWords(campaignWords);
  return (
    <Card>
      <Facts
        items={[
          [say("figure.activities"), say("unit.activities", { n: String(activities) })],
          [say("people"), say("unit.people", { n: String(people) })],
          [say("figure.hours"), say("unit.hours", { n: String(hoursOf(minutes)) })],
          [say("clients"), say("unit.clients", { n: String(clients) })],
        ]}
      />
    </Card>
  );
}

function One({ part: { activityId, title, status, startsAt, endsAt, isTypical } }: { part: CampaignPart }) {
  const say = useWords(campaignWords);
  const word = useDomainWords();
  const when = useWhen();
  return (
    <Link href={`/activities/${activityId}`} className="item">
      <div className="row top-aligned">
        <p className="strong clamp grow">{title}</p>
        <Chip tone={status === "cancelled" ? "late" : "plain"}>{word(`activity.status.${status}`)}</Chip>
        {isTypical && <Chip tone="good">{say("typical")}</Chip>}
      </div>
      <p className="quiet">{when.period(startsAt, endsAt)}</p>
    </Link>
  );
}
