import { Tag } from "antd";
import { call } from "../../../shared/api/call.ts";
import type { Activity } from "../../../shared/api/routes.ts";
import { useReading } from "../../../shared/api/use-reading.ts";
import type { TypicalCase } from "../../../shared/campaigns/campaigns.routes.ts";
import { campaignWords } from "../../../shared/campaigns/campaigns.words.ts";
import { useMe } from "../../../shared/use-me.ts";
import { useWhen } from "../../../shared/use-when.ts";
import { useWords } from "../../../shared/words.ts";
import { ActButton } from "../../ui/act.tsx";
import { mayDo } from "../rights.ts";

interface Props {
  activity: Activity;
  /** Whether its archive was filed: before that it is no example. */
  isFiled: boolean;
}

/** Whether an activity is a typical case, who chose it and why, and every choice before. */
export function TypicalPart({ activity, isFiled }: Props) {
  const say = useWords(campaignWords);
  const me = useMe();
  const { data } = useReading("GET /activities/{id}/typical-case", { path: { id: activity.id } });
  const mayChoose = isFiled && mayDo(me, "typical.choose", activity);
  if (!data || activity.status === "cancelled") return null;
  return (
    <section className="after-part" aria-labelledby="part-typical">
      <h2 id="part-typical">
        {say("typical")} {data.isTypical && <Tag color="success">{say("typical")}</Tag>}
      </h2>
      <History of={data} />
      {!data.typical && <p className="quiet">{say(isFiled ? "typical.no" : "typical.later")}</p>}
      {mayChoose && <Acts activityId={activity.id} isTypical={data.isTypical} />}
    </section>
  );
}

function History({ of: { typical, people } }: { of: TypicalCase }) {
  const say = useWords(campaignWords);
  const when = useWhen();
  if (!typical) return null;
  const { chosen, takenBack, earlier } = typical;
  const nameOf = (id: string) => people[id]?.name ?? id;
  const all = [...earlier, { chosen, takenBack }];
  return (
    <ul>
      {all.flatMap((one) => [
        <li key={one.chosen.at}>
          {say("typical.by", {
            name: nameOf(one.chosen.by.actorId),
            when: when.instant(one.chosen.at),
            why: one.chosen.why,
          })}
        </li>,
        one.takenBack && (
          <li key={one.takenBack.at}>
            {say("typical.back", {
              name: nameOf(one.takenBack.by.actorId),
              when: when.instant(one.takenBack.at),
              reason: one.takenBack.reason,
            })}
          </li>
        ),
      ])}
    </ul>
  );
}

function Acts({ activityId: id, isTypical }: { activityId: string; isTypical: boolean }) {
  const say = useWords(campaignWords);
  if (isTypical)
    return (
      <ActButton
        danger
        ask={say("typical.takeBack.ask")}
        reason="needed"
        act={(reason) => call("POST /activities/{id}/typical-case/take-back", { path: { id }, body: { reason } })}
        done={say("typical.takenBack")}
      >
        {say("typical.takeBack")}
      </ActButton>
    );
  return (
    <ActButton
      ask={say("typical.choose.ask")}
      reason="needed"
      act={(why) => call("POST /activities/{id}/typical-case", { path: { id }, body: { why } })}
      done={say("typical.chosen")}
    >
      {say("typical.choose")}
    </ActButton>
  );
}
