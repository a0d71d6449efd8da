import { Table } from "antd";
import type { Levels } from "../../shared/growth/growth.routes.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Blank } from "../ui/blank.tsx";
import { Answered } from "./form-results.tsx";
import { growthWords } from "./growth.words.ts";

/** How a group answered before and after: means of the whole group, never of one person. */
export function Group({ group: { before, after, change } }: { group: Levels["cohesion"] }) {
  const say = useWords(growthWords);
  const when = useWhen();
  if (!before && !after) return <Blank title={say("group.none")}>{say("group.none.detail")}</Blank>;
  if (!change) {
    const open = after ?? before;
    return (
      <>
        <p>{say("group.waiting")}</p>
        {open && <p className="quiet">{say("form.open", { when: when.instant(open.closesAt) })}</p>}
      </>
    );
  }
  return (
    <>
      <h2>{say("group.before")}</h2>
      <Answered results={change.before} />
      <h2>{say("group.after")}</h2>
      <Answered results={change.after} />
      {change.overall && <Changes change={change} overall={change.overall} />}
    </>
  );
}

type Change = NonNullable<Levels["cohesion"]["change"]>;

function Changes({ change, overall }: { change: Change; overall: NonNullable<Change["overall"]> }) {
  const say = useWords(growthWords);
  const word = useDomainWords();
  const rows = (change.changes ?? []).map((moved, at) => ({
    key: String(at + 1),
    title: word(`form.question.cohesion.${at + 1}` as "form.question.cohesion.1"),
    before: change.before.items?.[at]?.mean,
    after: change.after.items?.[at]?.mean,
    change: moved,
  }));
  return (
    <Table
      size="small"
      pagination={false}
      scroll={{ x: true }}
      dataSource={[...rows, { key: "all", title: say("group.overall"), ...overall }]}
      columns={[
        { key: "title", title: say("form.question"), render: (_, { title }) => title },
        { key: "before", title: say("group.before"), align: "right", render: (_, row) => row.before },
        { key: "after", title: say("group.after"), align: "right", render: (_, row) => row.after },
        { key: "change", title: say("group.change"), align: "right", render: (_, row) => row.change },
      ]}
    />
  );
}
