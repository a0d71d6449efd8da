import { Table } from "antd";
import type { Results } from "../../shared/growth/growth.routes.ts";
import { useMarks } from "../../shared/marks.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { growthWords } from "./growth.words.ts";

type Kind = "reaction" | "cohesion" | "satisfaction";
type Bin = { from: number; to: number; n: number };

/** How many are at which steps, in words. */
export function useBins(stepOf: (step: number) => string) {
  const say = useWords(growthWords);
  const { list } = useMarks();
  return (bins: readonly Bin[] = []): string => {
    if (bins.length === 1) return say("bins.whole");
    const parts = bins.map(({ from, to, n }) =>
      from === to
        ? say("bins.one", { step: stepOf(from), n: String(n) })
        : say("bins.span", { from: stepOf(from), to: stepOf(to), n: String(n) }),
    );
    return list(parts);
  };
}

/** How many answered. */
export function Answered({ results: { asked, answered } }: { results: Pick<Results, "asked" | "answered"> }) {
  const say = useWords(growthWords);
  return (
    <p className="quiet">
      {answered
        ? say("form.answered", { n: String(answered.n), percent: answered.percent, asked: String(asked) })
        : say("form.asked", { asked: String(asked) })}
    </p>
  );
}

/** What people answered to a form, as far as it may be shown: a question a row, then what they said. */
export function FormTable({ kind, results }: { kind: Kind; results: Results }) {
  const say = useWords(growthWords);
  const word = useDomainWords();
  const bins = useBins((step) => word(`form.step.${step}` as "form.step.1"));
  const { items, comments = [] } = results;
  return (
    <>
      <Answered results={results} />
      {items && (
        <Table
          size="small"
          rowKey="number"
          pagination={false}
          scroll={{ x: true }}
          dataSource={items.map((item, at) => ({ ...item, number: at + 1 }))}
          columns={[
            {
              key: "question",
              title: say("form.question"),
              render: (_, { number }) => word(`form.question.${kind}.${number}` as "form.question.reaction.1"),
            },
            { key: "mean", title: say("form.mean"), align: "right", render: (_, { mean }) => mean },
            { key: "bins", title: say("form.distribution"), render: (_, item) => bins(item.bins) },
          ]}
        />
      )}
      {comments.length > 0 && (
        <>
          <h2>{say("form.comments")}</h2>
          <ul>
            {comments.map((comment, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may have written the same
              <li key={at} className="pre">
                {comment}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
