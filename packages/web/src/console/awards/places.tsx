import { Table } from "antd";
import { useWords } from "../../shared/words.ts";
import { Person } from "../ui/person.tsx";
import { Who } from "../ui/who.tsx";
import type { Honour, Run } from "./awards.routes.ts";
import { awardsWords } from "./awards.words.ts";
import { PublicNotice } from "./public-notice.tsx";

/** The five as they stand: as counted, as proposed, as decided, each with why. */
export function Places({ run }: { run: Run }) {
  const say = useWords(awardsWords);
  const listed = run.decision?.honours ?? run.proposal?.honours ?? run.computed ?? [];
  const computed = new Map(run.computed?.map((one) => [one.memberId, one]));
  return (
    <>
      <h2>{say("places.title")}</h2>
      {run.decision ? (
        <p className="quiet">
          <Who id={run.decision.by[0] ?? ""} people={run.people} /> ·{" "}
          <Who id={run.decision.by[1] ?? ""} people={run.people} />
        </p>
      ) : (
        <p className="quiet">{say("places.computed")}</p>
      )}
      <Table<Honour>
        rowKey="place"
        size="middle"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={listed}
        locale={{ emptyText: say("places.nobody") }}
        columns={[
          { title: say("column.place"), dataIndex: "place", width: 80, align: "right", className: "number" },
          { title: say("column.person"), render: (_, one) => <Person {...one} />, width: 200 },
          { title: say("column.points"), dataIndex: "points", width: 100, align: "right", className: "number" },
          {
            title: say("column.why"),
            render: (_, one) => <Why honour={one} decidedBy={computed.get(one.memberId)?.decidedBy} />,
          },
        ]}
      />
      {run.decision && <PublicNotice year={run.year} />}
    </>
  );
}

function Why({ honour, decidedBy }: { honour: Honour; decidedBy: Honour["decidedBy"] }) {
  const say = useWords(awardsWords);
  if (honour.instead)
    return <span>{say("why.instead", { name: honour.instead.name, reason: honour.instead.reason })}</span>;
  return <span>{say(`why.${decidedBy ?? "last"}`)}</span>;
}
