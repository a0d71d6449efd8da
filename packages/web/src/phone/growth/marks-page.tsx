import { MARKS } from "@yigong/core/growth/levels.ts";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Choices } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { Card, Empty } from "../ui/parts.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";
import { growthWords } from "./growth.words.ts";

/** What people of a programme do differently in an activity, for who leads it. @source docs/domain.md F3 */
export default function MarksPage({ params: { id } }: { params: { id: string } }) {
  const say = useWords(growthWords);
  const when = useWhen();
  const read = useReading("GET /activities/{id}/growth-marks", { path: { id } }, { live: false });
  return (
    <Page title={say("marks")} back={`/activities/${id}`}>
      <Loaded of={read}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say("marks.none")}>{say("marks.none.detail")}</Empty>
          ) : (
            items.map(({ programmeId, title, until, people }) => (
              <Card key={programmeId}>
                <h2>{title}</h2>
                <p className="quiet">{say("marks.hint")}</p>
                <p className="quiet">{say("until", { when: when.instant(until) })}</p>
                {people.map((person) => (
                  <One key={person.memberId} activityId={id} programmeId={programmeId} person={person} />
                ))}
              </Card>
            ))
          )
        }
      </Loaded>
    </Page>
  );
}

interface Props {
  activityId: string;
  programmeId: string;
  person: { memberId: string; name: string; mark?: number | undefined };
}

/** One person's mark: chosen is sent. */
function One({ activityId, programmeId, person: { memberId, name, mark } }: Props) {
  const act = useAct((given: string) =>
    call("POST /programmes/{id}/marks", {
      path: { id: programmeId },
      body: { memberId, activityId, mark: Number(given) },
    }),
  );
  const chosen = act.isPending || act.isSuccess ? act.variables : mark?.toString();
  return (
    <>
      <Choices
        scale
        legend={name}
        value={chosen}
        onChange={(to) => act.mutate(to)}
        options={MARKS.map((value) => ({ value: String(value), label: String(value), disabled: act.isPending }))}
      />
      {act.error && <Trouble error={act.error} />}
    </>
  );
}
