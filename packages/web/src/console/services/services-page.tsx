import { Empty, Input, InputNumber, Tag } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { newId } from "../../shared/new-id.ts";
import { useDue } from "../../shared/services/due.ts";
import type { LongTermService } from "../../shared/services/services.routes.ts";
import { serviceWords } from "../../shared/services/services.words.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Field } from "../ui/field.tsx";
import { PageLink, useGo } from "../ui/link.tsx";
import { List, type ListColumn } from "../ui/list.tsx";
import { Page } from "../ui/page.tsx";
import { Person } from "../ui/person.tsx";
import { useRoles } from "../ui/use-roles.ts";

/** Every long-term service, whose visit is due first comes first. */
export default function ServicesPage() {
  const say = useWords(serviceWords);
  const mayBegin = useRoles()("alliance", "organizer", "branchSecretary", "teamLead");
  return (
    <Page title={say("title")} about={say("about")} actions={mayBegin && <Begin />}>
      <List
        name="services"
        title={say("title")}
        route="GET /services"
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say("empty")}>
            <p className="quiet">{say("empty.detail")}</p>
          </Empty>
        }
      />
    </Page>
  );
}

function useColumns(): ListColumn<LongTermService>[] {
  const say = useWords(serviceWords);
  const { due, last, isLate } = useDue();
  const solvedOf = ({ solved }: LongTermService) => say(`solved.${solved.state}`);
  return [
    {
      key: "name",
      title: say("name"),
      width: 200,
      show: ({ id, title }) => <PageLink to={`/services/${id}`}>{title}</PageLink>,
      value: ({ title }) => title,
    },
    { key: "forWhom", title: say("forWhom"), width: 200, show: (one) => one.forWhom, value: (one) => one.forWhom },
    {
      key: "owner",
      title: say("owner"),
      width: 130,
      show: ({ ownerId, owner }) => (
        <Person memberId={ownerId} name={owner?.name} employeeNumber={owner?.employeeNumber} />
      ),
      value: ({ owner }) => owner?.name,
    },
    {
      key: "due",
      title: say("due"),
      width: 150,
      show: (one) => <span className={isLate(one) ? "late" : ""}>{due(one)}</span>,
      value: due,
    },
    { key: "last", title: say("last"), width: 130, show: last, value: last },
    {
      key: "solved",
      title: say("solved.short"),
      width: 110,
      show: (one) => <Tag color={one.solved.state === "yes" ? "success" : "warning"}>{solvedOf(one)}</Tag>,
      value: solvedOf,
    },
  ];
}

export interface Said {
  title: string;
  forWhom: string;
  cadenceDays: number | null;
  programme: string;
}

/** What is sent of what was typed. */
export const saidOf = ({ title, forWhom, cadenceDays, programme }: Said) => ({
  title: title.trim(),
  forWhom: forWhom.trim(),
  cadenceDays,
  ...(programme.trim() && { programme: programme.trim() }),
});
export const isSaid = ({ title, forWhom, cadenceDays }: Said): boolean =>
  title.trim().length >= 2 && forWhom.trim().length >= 2 && cadenceDays !== null;

const EMPTY: Said = { title: "", forWhom: "", cadenceDays: 14, programme: "" };

function Begin() {
  const say = useWords(serviceWords);
  const go = useGo();
  const [once, setOnce] = useState(newId);
  const [said, setSaid] = useState(EMPTY);
  return (
    <ActButton
      type="primary"
      fields={<SaidFields said={said} set={(more) => setSaid((before) => ({ ...before, ...more }))} />}
      ready={isSaid(said)}
      act={() => call("POST /services", { body: saidOf(said), once })}
      done={({ title }) => say("begun", { name: title })}
      onDone={({ id }) => {
        setSaid(EMPTY);
        setOnce(newId());
        go(`/services/${id}`);
      }}
    >
      {say("begin")}
    </ActButton>
  );
}

/** What is said of a service. */
export function SaidFields({ said, set }: { said: Said; set: (more: Partial<Said>) => void }) {
  const say = useWords(serviceWords);
  return (
    <>
      <Field label={say("name")}>
        {(id) => (
          <Input id={id} maxLength={120} value={said.title} onChange={({ target }) => set({ title: target.value })} />
        )}
      </Field>
      <Field label={say("forWhom")} hint={say("forWhom.hint")}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={500}
            value={said.forWhom}
            onChange={({ target }) => set({ forWhom: target.value })}
          />
        )}
      </Field>
      <Field label={say("cadence")}>
        {(id) => (
          <InputNumber
            id={id}
            min={1}
            max={366}
            precision={0}
            value={said.cadenceDays}
            onChange={(cadenceDays) => set({ cadenceDays })}
          />
        )}
      </Field>
      <Field label={say("programme")}>
        {(id) => (
          <Input
            id={id}
            maxLength={80}
            value={said.programme}
            onChange={({ target }) => set({ programme: target.value })}
          />
        )}
      </Field>
    </>
  );
}
