import { Segmented } from "antd";
import { useState } from "react";
import { reachedWords } from "../../../shared/reached.words.ts";
import { useMe } from "../../../shared/use-me.ts";
import { useWords } from "../../../shared/words.ts";
import { STATES, useColumns } from "../../messages/columns.tsx";
import type {} from "../../messages/messages.routes.ts";
import { messagesWords } from "../../messages/messages.words.ts";
import { PageLink } from "../../ui/link.tsx";
import { List } from "../../ui/list.tsx";
import { mayDo } from "../rights.ts";
import type { TabProps } from "../tab-props.ts";

const CHOICES = ["all", ...STATES] as const;

/** What the activity told people: how far each message got, why it did not arrive, and sending it again. */
export default function MessagesTab({ activity }: TabProps) {
  const say = useWords(messagesWords);
  const sayReached = useWords(reachedWords);
  const me = useMe();
  const [state, setState] = useState<(typeof CHOICES)[number]>("all");
  const columns = useColumns({ within: true });
  return (
    <>
      <p className="quiet">{say("within")}</p>
      {mayDo(me, "activity.run", activity) && (
        <p>
          <PageLink to={`/activities/${activity.id}/reached`}>{sayReached("title")}</PageLink>
        </p>
      )}
      <List
        key={state}
        name="activity.messages"
        title={`${activity.title} ${say("title")}`}
        route="GET /outbox"
        given={{ query: { activityId: activity.id, state: state === "all" ? undefined : state } }}
        rowKey={({ id }) => id}
        columns={columns}
        filters={
          <Segmented
            aria-label={say("filter.state")}
            value={state}
            options={CHOICES.map((value) => ({ value, label: say(`state.${value}`) }))}
            onChange={setState}
          />
        }
        empty={<p>{say("within.none")}</p>}
      />
    </>
  );
}
