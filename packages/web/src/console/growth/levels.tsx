import { Alert, Table } from "antd";
import type { Levels } from "../../shared/growth/growth.routes.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Blank } from "../ui/blank.tsx";
import { useBins } from "./form-results.tsx";
import { growthWords } from "./growth.words.ts";

type Change = NonNullable<Levels["skills"]["changes"]>[number];

function Later({ from }: { from: string }) {
  const say = useWords(growthWords);
  const when = useWhen();
  return <Blank title={say("later", { when: when.instant(from) })}>{say("later.detail")}</Blank>;
}

/** How far people are with each skill, before and after, of those only who were rated both times. */
export function Skills({ skills: { shownFrom, changes } }: { skills: Levels["skills"] }) {
  const say = useWords(growthWords);
  const word = useDomainWords();
  const bins = useBins((step) => word(`growth.level.${step}` as "growth.level.0"));
  if (!changes) return <Later from={shownFrom} />;
  return (
    <Table<Change>
      size="small"
      rowKey={({ skill, rater }) => `${skill} ${rater}`}
      pagination={false}
      scroll={{ x: true }}
      dataSource={changes}
      columns={[
        { key: "skill", title: say("skills"), render: (_, { skill }) => skill },
        { key: "rater", title: say("skill.rater"), render: (_, { rater }) => word(`growth.rater.${rater}`) },
        {
          key: "pairs",
          title: say("skill.pairs"),
          align: "right",
          render: (_, { pairs }) =>
            pairs === undefined ? <span className="quiet">{say("few")}</span> : say("count", { count: String(pairs) }),
        },
        { key: "before", title: say("skill.before"), align: "right", render: (_, { means }) => means?.before },
        { key: "after", title: say("skill.after"), align: "right", render: (_, { means }) => means?.after },
        {
          key: "change",
          title: say("skill.change"),
          align: "right",
          render: (_, { means }) => <strong>{means?.change}</strong>,
        },
        {
          key: "distribution",
          title: say("skill.distribution"),
          render: (_, { before, after }) => {
            const [was, is] = [bins(before), bins(after)];
            return before && (was === is ? was : `${was} → ${is}`);
          },
        },
      ]}
    />
  );
}

/** What people came away with from the classes. */
export function Learning({ learning: { people, results, passed, grade } }: { learning: Levels["learning"] }) {
  const say = useWords(growthWords);
  if (people === undefined) return <Blank title={say("learning.few")} />;
  return (
    <>
      {passed && (
        <p className="strong">
          {say("learning.passed", { n: String(passed.n), of: String(passed.of), percent: passed.percent })}
        </p>
      )}
      {grade && <p>{say("learning.grade", { grade })}</p>}
      <p className="quiet">{say("learning.people", { people: String(people), results: String(results) })}</p>
    </>
  );
}

/** What leads see of people in activities afterwards. */
export function Behaviour({ behaviour }: { behaviour: Levels["behaviour"] }) {
  const say = useWords(growthWords);
  const { isOpen, shownFrom, people, marks, mean } = behaviour;
  if (isOpen) return <Later from={shownFrom} />;
  if (mean === undefined) return <Blank title={say("few")} />;
  return (
    <>
      <p className="strong">{say("behaviour.mean", { mean })}</p>
      <p className="quiet">{say("behaviour.people", { people: String(people), marks: String(marks) })}</p>
    </>
  );
}

/** The results of people's work, against others of the same post who began where they did. It proves no cause. */
export function WorkResults({ results }: { results: Levels["results"] }) {
  const say = useWords(growthWords);
  if (!results) return <Blank title={say("results.none")}>{say("results.none.detail")}</Blank>;
  const { programme, period, change, level } = results;
  const counts = ({ inGroup, others }: typeof change) =>
    say("results.people", { inGroup: String(inGroup), others: String(others) });
  const taken = change.posts.filter(({ leftOut }) => !leftOut).length;
  return (
    <>
      <h2>
        {programme} · {period}
      </h2>
      <p className="strong">
        {change.difference ? say("results.change", { points: change.difference.table }) : say("results.few")}
      </p>
      <p className="quiet">
        {counts(change)} · {say("results.cells", { count: String(change.posts.length), taken: String(taken) })}
      </p>
      <p>{level.difference ? say("results.level", { points: level.difference.table }) : say("results.few")}</p>
      <p className="quiet">{counts(level)}</p>
      <Alert type="info" showIcon title={say("results.cause")} />
    </>
  );
}
