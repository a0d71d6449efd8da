import { Tag } from "antd";
import { useLanguage } from "../../shared/language.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Blank } from "../ui/blank.tsx";
import { PageLink } from "../ui/link.tsx";
import { List, type ListColumn } from "../ui/list.tsx";
import { useWall } from "../ui/use-wall.ts";
import type { Announcement } from "./messages.routes.ts";
import { messagesWords } from "./messages.words.ts";

const COLOURS = { queued: "warning", published: "success", refused: "error" } as const;

/** What was announced to everybody: each revision as it was written, and whether it is out. */
export function Announcements() {
  const say = useWords(messagesWords);
  const language = useLanguage();
  return (
    <List
      name="announcements"
      title={say("tab.announcements")}
      route="GET /announcements"
      given={{ query: { language } }}
      rowKey={({ id }) => id}
      columns={useColumns()}
      more={({ paragraphs }) => (
        <div className="announced">
          {paragraphs.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      )}
      empty={<Blank title={say("announced.none")}>{say("announced.none.detail")}</Blank>}
    />
  );
}

function useColumns(): ListColumn<Announcement>[] {
  const say = useWords(messagesWords);
  const when = useWhen();
  const wall = useWall();
  return [
    { key: "what", title: say("column.what"), width: 420, show: ({ title }) => title, value: ({ title }) => title },
    {
      key: "state",
      title: say("column.state"),
      width: 96,
      show: ({ status }) => <Tag color={COLOURS[status]}>{say(`announced.${status}`)}</Tag>,
      value: ({ status }) => say(`announced.${status}`),
    },
    {
      key: "at",
      title: say("announced.at"),
      width: 150,
      show: ({ publishedAt }) => (publishedAt ? when.instant(publishedAt) : "–"),
      value: ({ publishedAt }) => wall(publishedAt),
    },
    {
      key: "acts",
      title: say("column.acts"),
      width: 120,
      show: ({ activityId }) => <PageLink to={`/activities/${activityId}`}>{say("activity.open")}</PageLink>,
    },
  ];
}
