import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Deputies } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { deputyWords } from "../../shared/deputy.words.ts";
import { useAct } from "../../shared/use-act.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { ActingNote } from "../ui/acting-note.tsx";
import { Page } from "../ui/page.tsx";
import { Button, Card, Empty } from "../ui/parts.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";
import { DeputyForm } from "./deputy-form.tsx";

/** Who acts for the reader and for whom the reader acts; naming a deputy for a period, and ending it. */
export default function DeputyPage() {
  const say = useWords(deputyWords);
  const me = useMe();
  const read = useReading("GET /me/deputies");
  return (
    <Page title={say("title")} back="/me">
      <ActingNote />
      <Loaded of={read}>
        {({ roles, deputies }) =>
          roles.length === 0 || !me ? (
            <Empty title={say("noRole")} />
          ) : (
            <>
              <Card>
                <p>{say("what.own", { name: me.name })}</p>
              </Card>
              {deputies.length === 0 && <Empty title={say("none")} />}
              {deputies.map((deputy) => (
                <Deputy key={JSON.stringify(deputy)} deputy={deputy} />
              ))}
              <DeputyForm memberId={me.id} roles={roles} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Deputy({ deputy }: { deputy: Deputies["deputies"][number] }) {
  const say = useWords(deputyWords);
  const word = useDomainWords();
  const when = useWhen();
  const [asking, setAsking] = useState(false);
  const { memberId: deputyId, name, role, unit, from, until } = deputy;
  const end = useAct(() => call("DELETE /me/deputies/{deputyId}", { path: { deputyId } }));
  return (
    <Card>
      <h2 className="name">{name}</h2>
      <p>
        {word(`role.${role}`)}
        {unit && ` · ${unit}`}
      </p>
      <p className="quiet">{say("period", { from: when.day(from), until: until ? when.day(until) : "–" })}</p>
      {end.error && <Trouble error={end.error} />}
      {asking ? (
        <>
          <p>{say("end.ask", { name })}</p>
          <div className="pair">
            <Button kind="plain" onClick={() => setAsking(false)}>
              {say("end.back")}
            </Button>
            <Button busy={end.isPending} onClick={() => end.mutate()}>
              {say("end.yes")}
            </Button>
          </div>
        </>
      ) : (
        <Button kind="quiet" onClick={() => setAsking(true)}>
          {say("end")}
        </Button>
      )}
    </Card>
  );
}
