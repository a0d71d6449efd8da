import { Button, Empty, Tag } from "antd";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { PageLink, useGo } from "../ui/link.tsx";
import { List, type ListColumn } from "../ui/list.tsx";
import { Page } from "../ui/page.tsx";
import type { ListedSeries } from "./series.routes.ts";
import { seriesWords } from "./series.words.ts";
import { useRule } from "./use-rule.ts";

const NEW = "/activities/new?repeats=weekly";

/** Every series, the one that ends last first. */
export default function SeriesListPage() {
  const say = useWords(seriesWords);
  const go = useGo();
  return (
    <Page
      title={say("title")}
      about={say("about")}
      actions={
        <Button type="primary" onClick={() => go(NEW)}>
          {say("begin")}
        </Button>
      }
    >
      <List
        name="series"
        title={say("title")}
        route="GET /series"
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

function useColumns(): ListColumn<ListedSeries>[] {
  const say = useWords(seriesWords);
  const when = useWhen();
  const rule = useRule();
  const stateOf = ({ ended, next }: ListedSeries) => say(ended ? "ended" : next ? "running" : "over");
  const nextOf = ({ next }: ListedSeries) => (next ? when.instant(next) : "–");
  const spanOf = ({ from, until }: ListedSeries) => `${when.date(from)} – ${when.date(until)}`;
  return [
    {
      key: "name",
      title: say("name"),
      width: 240,
      show: ({ id, content }) => <PageLink to={`/series/${id}`}>{content.title}</PageLink>,
      value: ({ content }) => content.title,
    },
    {
      key: "rule",
      title: say("rule"),
      width: 170,
      show: (one) => rule(one.rule),
      value: (one) => rule(one.rule),
    },
    { key: "span", title: say("span"), width: 190, show: spanOf, value: spanOf },
    { key: "next", title: say("next"), width: 150, show: nextOf, value: nextOf },
    {
      key: "count",
      title: say("count"),
      width: 70,
      align: "right",
      show: ({ count }) => count,
      value: ({ count }) => count,
    },
    {
      key: "state",
      title: say("state"),
      width: 110,
      show: (one) => <Tag color={!one.ended && one.next ? "processing" : "default"}>{stateOf(one)}</Tag>,
      value: stateOf,
    },
  ];
}
