import { Link } from "wouter";
import { useReading } from "../../shared/api/use-reading.ts";
import type {} from "../../shared/campaigns/campaigns.routes.ts";
import { campaignWords } from "../../shared/campaigns/campaigns.words.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Page } from "../ui/page.tsx";
import { Empty } from "../ui/parts.tsx";
import { Loaded } from "../ui/trouble.tsx";

/** Campaigns, the latest first. */
export default function CampaignsPage() {
  const say = useWords(campaignWords);
  const when = useWhen();
  const campaigns = useReading("GET /campaigns", { query: { limit: 50 } }, { live: false });
  return (
    <Page title={say("title")} back="/me">
      <Loaded of={campaigns}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say("empty")}>{say("empty.detail")}</Empty>
          ) : (
            <ul className="items">
              {items.map(({ id, name, from, to }) => (
                <li key={id}>
                  <Link href={`/campaigns/${id}`} className="item">
                    <p className="strong clamp">{name}</p>
                    <p className="quiet">{say("days.of", { from: when.date(from), to: when.date(to) })}</p>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}
