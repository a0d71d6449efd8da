import { catalogue } from "@yigong/core/language/catalogue.ts";
import { useState } from "react";
import type { HomeActivity } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWords } from "../../shared/words.ts";
import { Page } from "../ui/page.tsx";
import { Button, Empty } from "../ui/parts.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { ActivityItem } from "./activity-item.tsx";

const words = catalogue({
  "zh-CN": {
    title: "活动",
    filter: "显示",
    all: "全部",
    open: "可报名",
    mine: "我的",
    "empty.all": "目前没有面向您的活动",
    "empty.open": "目前没有您可报名的活动",
    "empty.mine": "您还没有报名任何活动",
    "empty.detail": "有新的招募时会发消息给您。",
    showAll: "查看全部活动",
  },
  en: {
    title: "Activities",
    filter: "Show",
    all: "All",
    open: "Open to me",
    mine: "Mine",
    "empty.all": "There is no activity for you at present",
    "empty.open": "There is no activity open to you at present",
    "empty.mine": "You have not signed up for anything yet",
    "empty.detail": "You will get a message when people are wanted again.",
    showAll: "Show all activities",
  },
});

const FILTERS = ["all", "open", "mine"] as const;
type Filter = (typeof FILTERS)[number];

const passes = (filter: Filter, { canSignUp, mine }: HomeActivity): boolean =>
  filter === "all" || (filter === "open" ? canSignUp && !mine : mine);

/** Activities for the reader, with every reason against. */
export default function ActivitiesPage() {
  const say = useWords(words);
  const home = useReading("GET /me/home");
  const [filter, setFilter] = useState<Filter>("all");
  return (
    <Page title={say("title")}>
      <fieldset className="segments" aria-label={say("filter")}>
        {FILTERS.map((one) => (
          <button type="button" key={one} aria-pressed={filter === one} onClick={() => setFilter(one)}>
            {say(one)}
          </button>
        ))}
      </fieldset>
      <Loaded of={home}>
        {({ activities }) => {
          const shown = activities.filter((activity) => passes(filter, activity));
          if (shown.length === 0)
            return (
              <Empty
                title={say(`empty.${filter}`)}
                act={
                  filter !== "all" && (
                    <Button kind="quiet" onClick={() => setFilter("all")}>
                      {say("showAll")}
                    </Button>
                  )
                }
              >
                {say("empty.detail")}
              </Empty>
            );
          return (
            <ul className="items">
              {shown.map((activity) => (
                <li key={activity.id}>
                  <ActivityItem activity={activity} />
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Page>
  );
}
