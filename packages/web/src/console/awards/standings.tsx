import { Select, Tag } from "antd";
import { useLanguage } from "../../shared/language.ts";
import { useMarks } from "../../shared/marks.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { DownloadButton } from "../ui/download.tsx";
import { PageLink } from "../ui/link.tsx";
import { List, type ListColumn } from "../ui/list.tsx";
import { Person } from "../ui/person.tsx";
import { useFilters } from "../ui/use-filters.ts";
import { useRoles } from "../ui/use-roles.ts";
import type { Run, Standing } from "./awards.routes.ts";
import { meanOf, meanText } from "./mean.ts";
import { Reasons } from "./reasons.tsx";
import { standingWords } from "./standing.words.ts";
import { Ties } from "./ties.tsx";
import { pathOf } from "./use-year.ts";

const ONLY = ["candidate", "preferred", "belowFloor", "vetoed"] as const;
const FLAGS = ["vetoed", "preferred", "belowFloor"] as const;
const COLOURS = { vetoed: "error", preferred: "success", belowFloor: "warning" } as const;

/** Everybody, best first, each with what follows and why. */
export function Standings({ run }: { run: Run }) {
  const say = useWords(standingWords);
  const [{ only }, setFilters] = useFilters();
  const columns = useColumns();
  return (
    <>
      <Ties run={run} />
      <Exports run={run} />
      <List
        name="standings"
        title={`${run.year}-${run.run}`}
        route="GET /awards/{year}/runs/{run}/standings"
        given={{ path: pathOf(run), query: { only: ONLY.find((one) => one === only) } }}
        columns={columns}
        rowKey={({ memberId }) => memberId}
        more={(row) => <Reasons run={run} standing={row} />}
        filters={
          <Select
            aria-label={say("only.label")}
            value={ONLY.find((one) => one === only) ?? "all"}
            style={{ minWidth: 180 }}
            options={(["all", ...ONLY] as const).map((value) => ({ value, label: say(`only.${value}`) }))}
            onChange={(value) => setFilters({ only: value === "all" ? undefined : value })}
          />
        }
        empty={<p>{say("none")}</p>}
      />
    </>
  );
}

function useColumns(): ListColumn<Standing>[] {
  const say = useWords(standingWords);
  const { list } = useMarks();
  const word = useDomainWords();
  const flagsOf = (row: Standing) => FLAGS.filter((flag) => row[flag]);
  const number = (key: "rank" | "attendances", width: number): ListColumn<Standing> => ({
    key,
    title: say(key),
    width,
    align: "right",
    show: (row) => row[key],
    value: (row) => row[key],
  });
  const decimal = (key: "points" | "workdays", width: number): ListColumn<Standing> => ({
    key,
    title: say(key),
    width,
    align: "right",
    show: (row) => row[key],
    value: (row) => Number(row[key]),
  });
  return [
    number("rank", 72),
    { key: "name", title: say("person"), width: 180, show: (row) => <Person {...row} />, value: (row) => row.name },
    {
      key: "number",
      title: say("number"),
      width: 100,
      hidden: true,
      show: (row) => row.employeeNumber,
      value: (row) => row.employeeNumber,
    },
    decimal("points", 90),
    decimal("workdays", 90),
    number("attendances", 90),
    {
      key: "mean",
      title: say("mean"),
      width: 90,
      align: "right",
      show: ({ mean }) => meanText(mean),
      value: ({ mean }) => meanOf(mean),
    },
    {
      key: "by",
      title: say("by"),
      width: 140,
      show: ({ decidedBy }) => (decidedBy ? word(`award.criterion.${decidedBy}`) : "–"),
      value: ({ decidedBy }) => (decidedBy ? word(`award.criterion.${decidedBy}`) : undefined),
    },
    {
      key: "follows",
      title: say("follows"),
      width: 200,
      show: (row) =>
        flagsOf(row).map((flag) => (
          <Tag key={flag} color={COLOURS[flag]}>
            {say(`flag.${flag}`)}
          </Tag>
        )),
      value: (row) => list(flagsOf(row).map((flag) => say(`flag.${flag}`))),
    },
    {
      key: "status",
      title: say("status"),
      width: 110,
      hidden: true,
      show: ({ status }) => word(`member.politicalStatus.${status}`),
      value: ({ status }) => word(`member.politicalStatus.${status}`),
    },
    {
      key: "entries",
      title: say("why.entries"),
      width: 160,
      hidden: true,
      show: ({ memberId }) => <PageLink to={`/points/${memberId}`}>{say("why.entries")}</PageLink>,
    },
  ];
}

/** Both exports are in the audit, and take a fresh code. */
function Exports({ run }: { run: Run }) {
  const say = useWords(standingWords);
  const language = useLanguage();
  const may = useRoles()("committee", "alliance", "auditor");
  if (!may) return null;
  const base = `/awards/${run.year}/runs/${run.run}/standings`;
  return (
    <div className="list-tools">
      <span className="quiet">{say("export")}</span>
      <DownloadButton path={`${base}.xlsx?language=${language}`} name={`standings-${run.year}-${run.run}.xlsx`}>
        {say("export.xlsx")}
      </DownloadButton>
      <DownloadButton path={`${base}.jsonl`} name={`standings-${run.year}-${run.run}.jsonl`}>
        {say("export.jsonl")}
      </DownloadButton>
    </div>
  );
}
