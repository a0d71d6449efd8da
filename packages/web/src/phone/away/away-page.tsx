import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Away } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { awayWords, isWeekday } from "../../shared/away.words.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Page } from "../ui/page.tsx";
import { Button, Card, Chip, Empty } from "../ui/parts.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";
import { AwayForm } from "./away-form.tsx";

type Period = Away["items"][number];

/** When the reader is away by plan, and what that means for cover and duty. */
export default function AwayPage() {
  const say = useWords(awayWords);
  const away = useReading("GET /me/away");
  return (
    <Page title={say("title")} back="/me">
      <Card>
        <p>{say("what.cover")}</p>
        <p>{say("what.duty")}</p>
      </Card>
      <AwayForm />
      <Loaded of={away}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say("none")} />
          ) : (
            items.map((period) => <Planned key={period.id} period={period} />)
          )
        }
      </Loaded>
    </Page>
  );
}

const TONES = { standing: "good", asked: "soon", approved: "good", refused: "late", ended: "plain" } as const;

function Planned({ period }: { period: Period }) {
  const say = useWords(awayWords);
  const when = useWhen();
  const { id, from, to, weekdays = [], note, status, reason, byName, byForName, at } = period;
  const [asking, setAsking] = useState(false);
  const take = useAct(() => call("DELETE /me/away/{awayId}", { path: { awayId: id } }));
  return (
    <Card>
      <div className="row top-aligned">
        <h2 className="grow">{say("span", { from: when.date(from), to: when.date(to) })}</h2>
        <Chip tone={TONES[status]}>{say(`status.${status}`)}</Chip>
      </div>
      {weekdays.length > 0 && (
        <p>
          {weekdays
            .filter(isWeekday)
            .map((day) => say(`day.${day}`))
            .join(" ")}
        </p>
      )}
      {note && <p className="quiet">{note}</p>}
      {byName && at && (
        <p className="quiet">
          {byForName
            ? say("byFor", { name: byName, principal: byForName, when: when.instant(at) })
            : say("by", { name: byName, when: when.instant(at) })}
        </p>
      )}
      {reason && <p>{reason}</p>}
      {take.error && <Trouble error={take.error} />}
      {status !== "ended" && !asking && (
        <Button kind="quiet" onClick={() => setAsking(true)}>
          {say("take")}
        </Button>
      )}
      {asking && status !== "ended" && (
        <>
          <p>{say("take.ask")}</p>
          <div className="pair">
            <Button kind="plain" onClick={() => setAsking(false)}>
              {say("take.back")}
            </Button>
            <Button busy={take.isPending} onClick={() => take.mutate()}>
              {say("take.yes")}
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}
