import { Button, Drawer, Tag, Timeline } from "antd";
import { useState } from "react";
import type { Activity } from "../../../shared/api/routes.ts";
import { useReading } from "../../../shared/api/use-reading.ts";
import { useLanguage } from "../../../shared/language.ts";
import { useWhen } from "../../../shared/use-when.ts";
import { useWords } from "../../../shared/words.ts";
import { Loaded } from "../../ui/trouble.tsx";
import { changeWords } from "./change.words.ts";

/** The notice as it stands, and what each revision changed, when. */
export function NoticeButton({ activity }: { activity: Activity }) {
  const say = useWords(changeWords);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="link" size="small" onClick={() => setOpen(true)}>
        {say("notice")}
      </Button>
      {open && (
        <Drawer open title={say("notice")} size={480} onClose={() => setOpen(false)}>
          <Revisions activityId={activity.id} />
        </Drawer>
      )}
    </>
  );
}

const COLOUR = { queued: "default", published: "success", refused: "error" } as const;

function Revisions({ activityId }: { activityId: string }) {
  const say = useWords(changeWords);
  const when = useWhen();
  const language = useLanguage();
  const asked = { path: { id: activityId }, query: { language } };
  const revisions = useReading("GET /activities/{id}/announcements", asked, { live: false });
  return (
    <Loaded of={revisions}>
      {({ items }) =>
        items.length === 0 ? (
          <p>{say("notice.none")}</p>
        ) : (
          <>
            <Timeline
              items={items.map(({ id, createdAt, changes, revision, status }) => ({
                key: id,
                content: (
                  <>
                    <p>
                      {when.instant(createdAt)} <Tag color={COLOUR[status]}>{say(`notice.status.${status}`)}</Tag>
                    </p>
                    {changes.map((line) => (
                      <p key={line}>{line}</p>
                    ))}
                    {changes.length === 0 && (
                      <p className="quiet">{say(revision === 1 ? "notice.first" : "notice.same")}</p>
                    )}
                  </>
                ),
              }))}
            />
            {items.slice(0, 1).map(({ id, title, paragraphs }) => (
              <section key={id}>
                <h3>{title}</h3>
                {paragraphs.map((paragraph) => (
                  <p key={paragraph} className="pre">
                    {paragraph}
                  </p>
                ))}
              </section>
            ))}
          </>
        )
      }
    </Loaded>
  );
}
