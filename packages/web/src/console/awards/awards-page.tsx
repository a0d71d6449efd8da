import { Table, Tag } from "antd";
import { useReading } from "../../shared/api/use-reading.ts";
import { useSettings, useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { PageLink } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { useRoles } from "../ui/use-roles.ts";
import "./awards.css";
import { awardsWords } from "./awards.words.ts";
import { useThisYear } from "./use-year.ts";

const MOST_YEARS = 6;

/** The years of the alliance, each with where its honours stand. */
export default function AwardsPage() {
  const say = useWords(awardsWords);
  const now = useThisYear();
  const first = Math.max(useSettings()?.foundingYear ?? now, now - MOST_YEARS + 1);
  const years = Array.from({ length: now - first + 1 }, (_, at) => now - at);
  return (
    <Page title={say("title")} about={say("about")}>
      <Table<number>
        rowKey={(year) => year}
        dataSource={years}
        pagination={false}
        scroll={{ x: "max-content" }}
        columns={[
          {
            title: say("column.year"),
            width: 180,
            render: (_, year) => (
              <PageLink to={`/awards/${year}`}>{say("title.year", { year: String(year) })}</PageLink>
            ),
          },
          { title: say("column.where"), width: 200, render: (_, year) => <Where year={year} now={now} /> },
          { title: say("column.run"), width: 120, render: (_, year) => <Latest year={year} /> },
          { title: say("column.draw"), render: (_, year) => <Draw year={year} /> },
        ]}
      />
    </Page>
  );
}

const useRow = (year: number) =>
  useReading("GET /awards/{year}", { path: { year: String(year) } }, { live: false }).data;

function Where({ year, now }: { year: number; now: number }) {
  const say = useWords(awardsWords);
  const mayRead = useRoles()("committee", "alliance", "auditor");
  const row = useRow(year);
  const began = row !== undefined && row.latest > 0;
  const runs = useReading("GET /awards/{year}/runs", { path: { year: String(year) } }, { enabled: began && mayRead });
  const run = runs.data?.items.at(-1);
  if (run) return <StateTag status={run.status} />;
  if (!row || (began && mayRead)) return <span className="quiet">…</span>;
  return <span className="quiet">{say(began ? "state.done" : year >= now ? "state.ahead" : "state.none")}</span>;
}

type Status = "freezing" | "computing" | "deciding" | "noticed" | "publishing" | "done" | "withdrawn";
const COLOURS: Readonly<Partial<Record<Status, string>>> = {
  done: "success",
  withdrawn: "default",
  deciding: "warning",
};

export function StateTag({ status }: { status: Status }) {
  const say = useWords(awardsWords);
  return <Tag color={COLOURS[status] ?? "error"}>{say(`state.${status}`)}</Tag>;
}

function Latest({ year }: { year: number }) {
  const say = useWords(awardsWords);
  const row = useRow(year);
  if (!row?.latest) return <span className="quiet">{row ? say("run.none") : "…"}</span>;
  return <span>{say("run.nth", { run: String(row.latest) })}</span>;
}

function Draw({ year }: { year: number }) {
  const when = useWhen();
  const say = useWords(awardsWords);
  const source = useRow(year)?.source;
  if (!source) return <span className="quiet">{say("run.none")}</span>;
  return (
    <span className="clamp">
      {source.source} · {source.value ?? when.instant(source.knownFrom)}
    </span>
  );
}
