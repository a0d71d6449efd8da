import { Table, Tag } from "antd";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWords } from "../../shared/words.ts";
import { PageLink } from "../ui/link.tsx";
import { Person } from "../ui/person.tsx";
import { Loaded } from "../ui/trouble.tsx";
import type { Preview } from "./rules.routes.ts";
import { rulesWords } from "./rules.words.ts";

type Row = Preview["items"][number];
const MOST = 200;

/** What this year would be under a draft: counts, lines that are crossed, and everybody concerned. */
export function PreviewPart({ id }: { id: string }) {
  const say = useWords(rulesWords);
  const read = useReading("GET /rule-drafts/{id}/preview", { path: { id }, query: { limit: MOST } }, { live: false });
  return (
    <Loaded of={read}>
      {(preview) => (
        <>
          <p>{say("preview.what", { year: String(preview.year) })}</p>
          <p>
            {say("preview.people", {
              people: String(preview.people),
              gain: String(preview.gain),
              lose: String(preview.lose),
              before: preview.sumBefore,
              after: preview.sumAfter,
            })}
          </p>
          <ul className="sentences">
            {preview.crossings
              .filter(({ people }) => people > 0)
              .map(({ line, now, people }) => (
                <li key={`${line} ${now}`}>{say(`preview.${line}.${now}`, { count: String(people) })}</li>
              ))}
          </ul>
          {preview.items.length === 0 ? <p>{say("preview.none")}</p> : <Rows preview={preview} />}
        </>
      )}
    </Loaded>
  );
}

function Rows({ preview }: { preview: Preview }) {
  const say = useWords(rulesWords);
  const right = { align: "right" as const, className: "number", width: 100 };
  return (
    <Table<Row>
      size="small"
      rowKey="memberId"
      pagination={preview.items.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
      scroll={{ x: "max-content" }}
      dataSource={preview.items}
      columns={[
        { title: say("preview.person"), render: (_, row) => <Person {...row} />, width: 200 },
        {
          title: say("preview.before"),
          ...right,
          render: (_, { memberId, before }) => (
            <PageLink to={`/points/${memberId}`} search={{ year: String(preview.year) }}>
              {before}
            </PageLink>
          ),
        },
        { title: say("preview.after"), ...right, dataIndex: "after" },
        {
          title: say("preview.change"),
          ...right,
          render: (_, { before, after }) => signed(Number(after) - Number(before)),
        },
        {
          title: say("preview.crossed"),
          render: (_, { crossed }) =>
            crossed.map(({ line, now }) => (
              <Tag key={line} color={now ? "success" : "warning"}>
                {say(`crossed.${line}.${now}`)}
              </Tag>
            )),
        },
      ]}
    />
  );
}

const signed = (change: number): string => `${change > 0 ? "+" : ""}${change.toFixed(2)}`;
