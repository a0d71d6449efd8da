import { Tag } from "antd";
import type { Activity } from "../../../shared/api/routes.ts";
import { useReading } from "../../../shared/api/use-reading.ts";
import { praiseWords } from "../../../shared/praise/praise.words.ts";
import { useMe } from "../../../shared/use-me.ts";
import { useWhen } from "../../../shared/use-when.ts";
import { useWords } from "../../../shared/words.ts";
import { AddDeed } from "../../deeds/add-deed.tsx";
import type {} from "../../deeds/deeds.routes.ts";
import { deedWords } from "../../deeds/deeds.words.ts";
import { AddPraise } from "../../praise/add-praise.tsx";
import { Files } from "../../ui/files.tsx";
import { useAll } from "../../ui/use-all.ts";
import { mayDo } from "../rights.ts";
import { TypicalPart } from "./typical-part.tsx";

interface Props {
  activity: Activity;
  isFiled: boolean;
}

/** What stands beside the archive of an activity: deeds within it, praise for it, and whether it is a typical case. */
export function AfterParts({ activity, isFiled }: Props) {
  return (
    <>
      <Deeds activity={activity} />
      <Praises activity={activity} />
      <TypicalPart activity={activity} isFiled={isFiled} />
    </>
  );
}

const COLOURS = { standing: "success", reported: "warning", void: "default" } as const;

function Deeds({ activity }: { activity: Activity }) {
  const say = useWords(deedWords);
  const when = useWhen();
  const deeds = useAll("GET /deeds", { query: { activityId: activity.id } }).data ?? [];
  return (
    <section className="after-part" aria-labelledby="part-deeds">
      <h2 id="part-deeds">{say("title")}</h2>
      {deeds.length === 0 && <p className="quiet">{say("of.activity.none")}</p>}
      <ul>
        {deeds.map(({ id, date, description, status, recordedBy }) => (
          <li key={id}>
            <Tag color={COLOURS[status]}>{say(`status.${status}`)}</Tag> {when.date(date)} {description}{" "}
            <span className="quiet">{recordedBy.name}</span>
          </li>
        ))}
      </ul>
      {activity.status !== "cancelled" && <AddDeed activity={activity} />}
    </section>
  );
}

function Praises({ activity }: { activity: Activity }) {
  const say = useWords(praiseWords);
  const when = useWhen();
  const me = useMe();
  const { data } = useReading("GET /praise", { query: { activityId: activity.id } });
  const items = data?.items ?? [];
  return (
    <section className="after-part" aria-labelledby="part-praise">
      <h2 id="part-praise">{say("of.activity")}</h2>
      {data && items.length === 0 && <p className="quiet">{say("of.activity.none")}</p>}
      <ul>
        {items.map((praise) => (
          <li key={praise.id}>
            {when.date(praise.date)} {say("from", { issuer: praise.issuer })}
            <p className="pre">{praise.text}</p>
            {praise.status === "void" && <p className="quiet">{say("voided", { reason: praise.reason })}</p>}
            <Files files={praise.files ?? []} label={say("file")} />
          </li>
        ))}
      </ul>
      {mayDo(me, "praise.write", activity) && <AddPraise to={{ kind: "activity", activityId: activity.id }} />}
    </section>
  );
}
