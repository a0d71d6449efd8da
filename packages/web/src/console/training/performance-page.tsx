import { Alert, Card, Select, Table } from "antd";
import { useReading } from "../../shared/api/use-reading.ts";
import type { Compared } from "../../shared/training/training.routes.ts";
import { trainingWords } from "../../shared/training/training.words.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Blank } from "../ui/blank.tsx";
import { Page } from "../ui/page.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useFilters } from "../ui/use-filters.ts";
import { useUnits } from "../units/use-units.ts";
import "./training.css";

type Group = Compared["groups"][number];
type Post = Group["results"]["posts"][number];

/** Party members, and volunteers, against their colleagues of the same post, by programme and period. */
export default function PerformancePage() {
  const say = useWords(trainingWords);
  const sets = useReading("GET /performance");
  return (
    <Page title={say("performance")} about={say("performance.about")}>
      <Loaded of={sets}>
        {({ items }) =>
          items.length === 0 ? (
            <Blank title={say("performance.none")}>{say("performance.none.detail")}</Blank>
          ) : (
            <Chosen sets={items} />
          )
        }
      </Loaded>
    </Page>
  );
}

interface OneSet {
  programme: string;
  period: string;
}
const keyOf = ({ programme, period }: OneSet) => `${period} ${programme}`;

function Chosen({ sets }: { sets: readonly OneSet[] }) {
  const say = useWords(trainingWords);
  const [{ of }, setFilters] = useFilters();
  const set = sets.find((one) => keyOf(one) === of) ?? sets[0];
  if (!set) return null;
  return (
    <>
      <Select
        aria-label={say("performance.which")}
        className="performance-set"
        value={keyOf(set)}
        onChange={(chosen) => setFilters({ of: chosen })}
        options={sets.map((one) => ({ value: keyOf(one), label: `${one.programme} · ${one.period}` }))}
      />
      <Comparison set={set} />
    </>
  );
}

function Comparison({ set: { programme, period } }: { set: OneSet }) {
  const say = useWords(trainingWords);
  const read = useReading("GET /performance/comparison", { query: { programme, period } });
  return (
    <Loaded of={read}>
      {({ groups, people }) => (
        <>
          {groups.map((group) => (
            <OneGroup key={group.group} group={group} people={people} />
          ))}
          <Alert type="info" showIcon title={say("performance.cause")} />
        </>
      )}
    </Loaded>
  );
}

function OneGroup({ group: { group, results, start }, people }: { group: Group; people: number }) {
  const say = useWords(trainingWords);
  const word = useDomainWords();
  const name = word(`performance.group.${group}`);
  const counts = { inGroup: String(results.inGroup), others: String(results.others), people: String(people) };
  return (
    <Card className="performance-group" title={name}>
      {results.difference ? (
        <p className="strong" title={results.difference.table}>
          {say("performance.ahead", { group: name, points: results.difference.text })}
        </p>
      ) : (
        <p className="strong">{say("performance.few")}</p>
      )}
      <p className="quiet">{say("performance.people", counts)}</p>
      <p className="quiet">
        {start.difference
          ? say("performance.start", {
              points: start.difference.text,
              inGroup: String(start.inGroup),
              others: String(start.others),
            })
          : say("performance.start.none")}
      </p>
      <Posts posts={results.posts} />
    </Card>
  );
}

function Posts({ posts }: { posts: readonly Post[] }) {
  const say = useWords(trainingWords);
  const word = useDomainWords();
  const { nameOf } = useUnits();
  const percent = (mean: string | undefined) => (mean === undefined ? "–" : `${mean}%`);
  return (
    <Table<Post>
      size="small"
      rowKey="postId"
      dataSource={[...posts]}
      pagination={false}
      scroll={{ x: true }}
      columns={[
        { key: "post", title: say("performance.post"), render: (_, { postId }) => nameOf(postId) },
        { key: "count", title: say("performance.count"), align: "right", render: (_, { inGroup }) => inGroup },
        { key: "others", title: say("performance.others"), align: "right", render: (_, { others }) => others },
        {
          key: "mean",
          title: say("performance.mean"),
          align: "right",
          render: (_, { means }) => percent(means?.inGroup),
        },
        {
          key: "meanOthers",
          title: say("performance.mean.others"),
          align: "right",
          render: (_, { means }) => percent(means?.others),
        },
        {
          key: "note",
          title: say("performance.note"),
          render: (_, { leftOut }) => (leftOut ? word(`performance.leftOut.${leftOut}`) : ""),
        },
      ]}
    />
  );
}
