import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Answers } from "../../shared/api/routes.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActingNote } from "../ui/acting-note.tsx";
import { Page } from "../ui/page.tsx";
import { Button, Card, Chip, Done, Empty, Facts } from "../ui/parts.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { coverPageWords } from "./covers.words.ts";

type PhoneList = Answers["POST /activities/{id}/covers/{needId}/phone-list"];
type Person = PhoneList["people"][number];
type Path = { id: string; needId: string };

/** Who could cover, with their numbers once they are asked for, to be phoned one after the other. */
export default function PhoneListPage({ params: path }: { params: Path }) {
  const say = useWords(coverPageWords);
  const [list, setList] = useState<PhoneList>();
  const [agreed, setAgreed] = useState<Person>();
  const show = useAct(() => call("POST /activities/{id}/covers/{needId}/phone-list", { path }), { done: setList });
  return (
    <Page title={say("list.title")} back={`/activities/${path.id}`}>
      <ActingNote />
      {!list && (
        <Card>
          <p>{say("list.what")}</p>
          {show.error && <Trouble error={show.error} />}
          <Button busy={show.isPending} onClick={() => show.mutate()}>
            {say("list.show")}
          </Button>
        </Card>
      )}
      {list && <About need={list.need} />}
      {agreed && <Done>{say(list?.confirms ? "list.done" : "list.waits", { name: agreed.name })}</Done>}
      {list && !agreed && list.people.length === 0 && <Empty title={say("list.none")} />}
      {list &&
        !agreed &&
        list.people.map((person) => (
          <Callable
            key={person.memberId}
            {...{ person, path }}
            confirms={list.confirms}
            onAgreed={() => setAgreed(person)}
          />
        ))}
    </Page>
  );
}

function About({ need }: Pick<PhoneList, "need">) {
  const say = useWords(coverPageWords);
  const when = useWhen();
  return (
    <Card>
      <Facts
        items={[
          [say("for"), need.participant.name],
          [say("post"), need.post],
          [say("when"), when.period(need.from, need.to)],
        ]}
      />
    </Card>
  );
}

interface Calling {
  person: Person;
  path: Path;
  confirms: boolean;
  onAgreed: () => void;
}

function Callable({ person, path, confirms, onAgreed }: Calling) {
  const say = useWords(coverPageWords);
  const [asking, setAsking] = useState(false);
  const { memberId, name, mobile, silent, coversThisYear } = person;
  const enter = useAct(
    () =>
      call("POST /activities/{id}/covers/{needId}/assign", {
        path,
        body: { memberId, reason: say("list.reason"), ...(confirms ? { confirmed: true } : {}) },
      }),
    { done: onAgreed },
  );
  return (
    <Card>
      <div className="row top-aligned">
        <h2 className="grow name">{name}</h2>
        {silent && <Chip tone="soon">{say("list.silent")}</Chip>}
      </div>
      <p className="quiet">{say("list.year", { count: String(coversThisYear) })}</p>
      {mobile ? (
        <a className="button plain" href={`tel:${mobile}`}>
          {say("list.call", { mobile })}
        </a>
      ) : (
        <p className="quiet">{say("list.noNumber")}</p>
      )}
      {enter.error && <Trouble error={enter.error} />}
      {asking ? (
        <>
          <p>{say("list.agreed.ask", { name })}</p>
          <div className="pair">
            <Button kind="plain" onClick={() => setAsking(false)}>
              {say("list.agreed.back")}
            </Button>
            <Button busy={enter.isPending} onClick={() => enter.mutate()}>
              {say("list.agreed.yes")}
            </Button>
          </div>
        </>
      ) : (
        <Button kind="quiet" onClick={() => setAsking(true)}>
          {say("list.agreed")}
        </Button>
      )}
    </Card>
  );
}
