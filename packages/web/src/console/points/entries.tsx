import { Table } from "antd";
import type { Year } from "../../shared/api/routes.ts";
import { useLanguage } from "../../shared/language.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { PageLink } from "../ui/link.tsx";
import { SaveButton } from "../ui/save-button.tsx";
import { uiWords } from "../ui/ui.words.ts";
import { useRoles } from "../ui/use-roles.ts";
import { useWall } from "../ui/use-wall.ts";
import { CorrectButton } from "./correct-button.tsx";
import { ObjectButton } from "./object-button.tsx";
import { pointsWords } from "./points.words.ts";

export type Entry = Year["entries"]["items"][number];

/** Every entry of the year: what gave it, when, and below it how it comes about. */
export function Entries({ year }: { year: Year }) {
  const say = useWords(pointsWords);
  const kit = useWords(uiWords);
  const word = useDomainWords();
  const when = useWhen();
  const wall = useWall();
  const { items, cursor } = year.entries;
  const right = { align: "right" as const, className: "number", width: 90 };
  const titleOf = (entry: Entry) => entry.title ?? word(`points.kind.${entry.kind}`);
  return (
    <section>
      <div className="list-head">
        <h2>{say("entries.title")}</h2>
        <SaveButton
          name={`${year.name} ${year.year}`}
          columns={[
            { header: say("entry.seq"), width: 8 },
            { header: say("entry.activity"), width: 32 },
            { header: say("entry.kind"), width: 10 },
            { header: say("entry.points"), width: 10 },
            { header: say("entry.workdays"), width: 10 },
            { header: say("entry.posted"), width: 18 },
          ]}
          rows={() =>
            items.map((entry) => [
              entry.seq,
              titleOf(entry),
              word(`points.kind.${entry.kind}`),
              Number(entry.points),
              Number(entry.workdays),
              wall(entry.postedAt),
            ])
          }
        />
      </div>
      <Table<Entry>
        rowKey="id"
        dataSource={items}
        pagination={items.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        scroll={{ x: "max-content" }}
        locale={{ emptyText: say("entries.none", { year: String(year.year) }) }}
        expandable={{
          columnTitle: <span className="unseen">{kit("list.more")}</span>,
          expandedRowRender: (entry) => <Why entry={entry} year={year} />,
        }}
        columns={[
          {
            title: <span title={say("entry.seq.hint")}>{say("entry.seq")}</span>,
            dataIndex: "seq",
            ...right,
            width: 72,
          },
          {
            title: say("entry.activity"),
            render: (_, entry) =>
              entry.title ? (
                <PageLink to={`/activities/${entry.activityId}/points`} className="clamp">
                  {entry.title}
                </PageLink>
              ) : (
                titleOf(entry)
              ),
          },
          { title: say("entry.kind"), width: 90, render: (_, { kind }) => word(`points.kind.${kind}`) },
          { title: say("entry.points"), dataIndex: "points", ...right },
          { title: say("entry.workdays"), dataIndex: "workdays", ...right },
          { title: say("entry.posted"), width: 200, render: (_, { postedAt }) => when.instant(postedAt) },
        ]}
      />
      {cursor && <p className="quiet">{say("entry.more", { count: String(items.length) })}</p>}
    </section>
  );
}

function Why({ entry, year }: { entry: Entry; year: Year }) {
  const say = useWords(pointsWords);
  const word = useDomainWords();
  const language = useLanguage();
  const me = useMe();
  const mayAsk = useRoles()("alliance", "organizer", "branchSecretary");
  return (
    <>
      <ul className="points-lines number">
        {entry.lines.map((line) => (
          <li key={line.rule}>
            {line.text[language]} · {line.points}
          </li>
        ))}
      </ul>
      <p className="quiet">
        <PageLink to="/rules">{say("entry.rule", { version: String(entry.ruleSet) })}</PageLink>
        {entry.grade && ` · ${say("entry.grade")} ${word(`points.grade.${entry.grade}`)}`}
        {entry.code && ` · ${say("entry.code", { code: word(`points.code.${entry.code}`) })}`}
      </p>
      {entry.reason && <p>{say("entry.corrected", { reason: entry.reason })}</p>}
      <div className="list-tools">
        {me?.id === year.memberId && <ObjectButton entryId={entry.id} />}
        {mayAsk && me?.id !== year.memberId && <CorrectButton activityId={entry.activityId} memberId={year.memberId} />}
      </div>
    </>
  );
}
