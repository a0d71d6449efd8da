import { decimal } from "@yigong/core/points/decimal.ts";
import { useWords } from "../../shared/words.ts";
import { PageLink } from "../ui/link.tsx";
import { List } from "../ui/list.tsx";
import { Person } from "../ui/person.tsx";
import type { Change, Run } from "./awards.routes.ts";
import { standingWords } from "./standing.words.ts";
import { pathOf } from "./use-year.ts";

/** Who stands otherwise than in the run before, and because of whom. */
export function Changes({ run }: { run: Run }) {
  const say = useWords(standingWords);
  if (run.changed === undefined) return <p>{say("changes.first")}</p>;
  const text = (shown: Change["before"]) => {
    if (!shown) return say("changes.gone");
    const said = { rank: String(shown.rank), points: decimal(shown.points) };
    return shown.place === null
      ? say("changes.text", said)
      : say("changes.place", { ...said, place: String(shown.place) });
  };
  const why = ({ own, entries }: Change) =>
    own ? say("changes.own", { count: String(entries.length) }) : say("changes.others");
  return (
    <List
      name="award-changes"
      title={`${run.year}-${run.run}`}
      route="GET /awards/{year}/runs/{run}/changes"
      given={{ path: pathOf(run) }}
      rowKey={({ memberId }) => memberId}
      empty={<p>{say("changes.none")}</p>}
      columns={[
        { key: "name", title: say("person"), width: 180, show: (row) => <Person {...row} />, value: (row) => row.name },
        {
          key: "before",
          title: say("changes.before"),
          show: (row) => text(row.before),
          value: (row) => text(row.before),
        },
        { key: "after", title: say("changes.after"), show: (row) => text(row.after), value: (row) => text(row.after) },
        {
          key: "why",
          title: say("changes.why"),
          show: (row) => (
            <PageLink to={`/points/${row.memberId}`} search={{ year: String(run.year) }}>
              {why(row)}
            </PageLink>
          ),
          value: why,
        },
      ]}
    />
  );
}
