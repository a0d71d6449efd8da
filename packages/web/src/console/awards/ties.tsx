import { Collapse, Table } from "antd";
import { useReading } from "../../shared/api/use-reading.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Person } from "../ui/person.tsx";
import type { Run, Standing } from "./awards.routes.ts";
import { meanText } from "./mean.ts";
import { standingWords } from "./standing.words.ts";
import { pathOf } from "./use-year.ts";

/** Neighbours with as many points, in the order in which they stand. */
export function tiesIn(standings: readonly Standing[]): Standing[][] {
  const groups = new Map<string, Standing[]>();
  for (const one of standings) groups.set(one.points, [...(groups.get(one.points) ?? []), one]);
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** Who has as many points as others, laid open: by what each is ahead of the next. Only those who may have a place. */
export function Ties({ run }: { run: Run }) {
  const say = useWords(standingWords);
  const path = pathOf(run);
  const read = useReading(
    "GET /awards/{year}/runs/{run}/standings",
    { path, query: { only: "candidate", limit: 100 } },
    { live: false },
  );
  const ties = tiesIn(read.data?.items ?? []);
  if (ties.length === 0) return null;
  return (
    <Collapse
      className="award-tie"
      items={[
        {
          key: "ties",
          label: say("ties.title", { count: String(ties.length) }),
          children: (
            <>
              <p>{say("ties.detail")}</p>
              {ties.map((tie) => (
                <Tie key={tie[0]?.memberId} tie={tie} />
              ))}
            </>
          ),
        },
      ]}
    />
  );
}

function Tie({ tie }: { tie: readonly Standing[] }) {
  const say = useWords(standingWords);
  const word = useDomainWords();
  // By what the one before is ahead of this one decides for both.
  const marked = (row: Standing, criterion: Standing["decidedBy"]) => {
    const at = tie.indexOf(row);
    const decides = row.decidedBy === criterion || tie[at - 1]?.decidedBy === criterion;
    return decides ? "decided" : "";
  };
  const cell = (criterion: Standing["decidedBy"], show: (row: Standing) => React.ReactNode) => ({
    align: "right" as const,
    className: "number",
    render: (_: unknown, row: Standing) => <span className={marked(row, criterion)}>{show(row)}</span>,
  });
  return (
    <Table<Standing>
      size="small"
      rowKey="memberId"
      pagination={false}
      scroll={{ x: "max-content" }}
      title={() => say("tie.group", { points: tie[0]?.points ?? "", count: String(tie.length) })}
      dataSource={[...tie]}
      columns={[
        { title: say("rank"), dataIndex: "rank", align: "right", className: "number", width: 72 },
        { title: say("person"), render: (_, row) => <Person {...row} /> },
        { title: say("workdays"), ...cell("workdays", ({ workdays }) => workdays) },
        { title: say("attendances"), ...cell("attendances", ({ attendances }) => attendances) },
        { title: say("mean"), ...cell("mean", ({ mean }) => meanText(mean)) },
        { title: say("lot"), ...cell("draw", ({ lot }) => <code title={lot}>{lot.slice(0, 12)}…</code>) },
        {
          title: say("by"),
          render: (_, { decidedBy }) =>
            decidedBy && decidedBy !== "points" ? word(`award.criterion.${decidedBy}`) : "–",
        },
      ]}
    />
  );
}
