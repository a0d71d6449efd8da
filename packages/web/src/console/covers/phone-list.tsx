import { Button, Modal } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Answers, Need } from "../../shared/api/routes.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWords } from "../../shared/words.ts";
import { Person } from "../ui/person.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { Assign } from "./assign.tsx";
import { coverPageWords } from "./covers.words.ts";

type Listed = Answers["POST /activities/{id}/covers/{needId}/phone-list"]["people"][number];

/** The numbers of who could cover, once they are asked for; the asking is kept. */
export function PhoneList({ need }: { need: Need }) {
  const say = useWords(coverPageWords);
  const [open, setOpen] = useState(false);
  const [people, setPeople] = useState<readonly Listed[]>();
  const path = { id: need.activityId, needId: need.id };
  const show = useAct(() => call("POST /activities/{id}/covers/{needId}/phone-list", { path }), {
    done: (answer) => setPeople(answer.people),
  });
  const close = () => {
    setOpen(false);
    setPeople(undefined);
    show.reset();
  };
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {say("phoneList")}
      </Button>
      <Modal open={open} title={say("phoneList")} footer={null} onCancel={close} destroyOnHidden>
        {people ? (
          <Called people={people} need={need} />
        ) : (
          <>
            <p>{say("phoneList.ask")}</p>
            {show.error && <Trouble error={show.error} />}
            <Button type="primary" loading={show.isPending} onClick={() => show.mutate()}>
              {say("phoneList.show")}
            </Button>
          </>
        )}
      </Modal>
    </>
  );
}

function Called({ people, need }: { people: readonly Listed[]; need: Need }) {
  const say = useWords(coverPageWords);
  if (people.length === 0) return <p className="quiet">{say("phoneList.none")}</p>;
  return (
    <ol className="candidates">
      {people.map((one) => (
        <li key={one.memberId}>
          <div>
            <Person {...one} />
            {one.mobile ? (
              <a className="number" href={`tel:${one.mobile}`}>
                {one.mobile}
              </a>
            ) : (
              <span className="quiet">{say("phoneList.noNumber")}</span>
            )}
            <span className="quiet">
              {say(`post.${one.post}`)} · {say(`near.${one.nearness}`)}
              {one.silent && ` · ${say("phoneList.silent")}`}
            </span>
            <Assign need={need} who={one} />
          </div>
        </li>
      ))}
    </ol>
  );
}
