import { Empty } from "antd";
import type { Need } from "../../../shared/api/routes.ts";
import { useReading } from "../../../shared/api/use-reading.ts";
import { useWords } from "../../../shared/words.ts";
import { coverPageWords } from "../../covers/covers.words.ts";
import { NeedRow } from "../../covers/need-row.tsx";
import { Loaded } from "../../ui/trouble.tsx";
import type { TabProps } from "../tab-props.ts";

const GROUPS = {
  open: ["open", "unfilled"],
  offered: ["offered", "accepted"],
  confirmed: ["confirmed"],
  void: ["void"],
} as const satisfies Record<string, readonly Need["status"][]>;
const NAMES = ["open", "offered", "confirmed", "void"] as const;

/** The shifts that need a cover: open ones first, then who is asked, then what is settled. */
export default function CoversTab({ activity }: TabProps) {
  const say = useWords(coverPageWords);
  const covers = useReading("GET /activities/{id}/covers", { path: { id: activity.id }, query: { limit: 200 } });
  return (
    <Loaded of={covers}>
      {({ counts, groups }) => {
        const needs = groups.flatMap((group) => group.needs);
        if (needs.length === 0)
          return (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say("empty.title")}>
              <p className="quiet">{say("empty.detail")}</p>
            </Empty>
          );
        return (
          <>
            <p className="number">
              {say("counts", {
                needs: String(counts.needs),
                open: String(counts.open),
                declined: String(counts.declined),
                confirmed: String(counts.confirmed),
              })}
            </p>
            {NAMES.map((name) => (
              <Group key={name} title={say(`group.${name}`)} needs={needs.filter(isIn(name))} />
            ))}
          </>
        );
      }}
    </Loaded>
  );
}

const isIn =
  (name: keyof typeof GROUPS) =>
  ({ status }: Need): boolean =>
    (GROUPS[name] as readonly string[]).includes(status);

function Group({ title, needs }: { title: string; needs: readonly Need[] }) {
  if (needs.length === 0) return null;
  return (
    <section>
      <h2>
        {title} <span className="quiet number">{needs.length}</span>
      </h2>
      {needs.map((need) => (
        <NeedRow key={need.id} need={need} />
      ))}
    </section>
  );
}
