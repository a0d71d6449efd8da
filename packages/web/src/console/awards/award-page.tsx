import { useParams } from "@tanstack/react-router";
import { Alert, Select, Skeleton, Tabs } from "antd";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Page } from "../ui/page.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useFilters } from "../ui/use-filters.ts";
import "./awards.css";
import type { Run, AwardYear as Year } from "./awards.routes.ts";
import { awardsWords } from "./awards.words.ts";
import { StateTag } from "./awards-page.tsx";
import { Certificates } from "./certificates.tsx";
import { Changes } from "./changes.tsx";
import { Draw } from "./draw.tsx";
import { Line, NextStep } from "./line.tsx";
import { Notes } from "./notes.tsx";
import { Objections } from "./objections.tsx";
import { Places } from "./places.tsx";
import { PrimaryAct, Withdraw } from "./primary-act.tsx";
import { PublicNotice } from "./public-notice.tsx";
import { Standings } from "./standings.tsx";
import { useAwardYear } from "./use-year.ts";

/** A year's honours as a line from freezing to publishing, with the one thing to do now. */
export default function AwardPage() {
  const say = useWords(awardsWords);
  const { year = "" } = useParams({ strict: false }) as { year?: string };
  const { row, runs, run, isNewest, mayRead, mayDecide } = useAwardYear(year);
  return (
    <Page
      title={say("title.year", { year })}
      path={[{ to: "/awards", title: say("title") }]}
      beside={run && <StateTag status={run.status} />}
      actions={
        mayDecide &&
        row.data &&
        (runs.data || runs.error) &&
        isNewest && (
          <>
            {run && <Withdraw run={run} />}
            <PrimaryAct year={row.data} run={run} />
          </>
        )
      }
    >
      <Loaded of={row} skeleton={<Skeleton active paragraph={{ rows: 10 }} />}>
        {(data) =>
          mayRead ? (
            <Loaded of={runs} skeleton={<Skeleton active paragraph={{ rows: 10 }} />}>
              {({ items }) => (
                <>
                  <Runs runs={items} run={run} />
                  <Line run={run} />
                  <NextStep year={data} run={run} />
                  {run && <Notes run={run} mayDecide={mayDecide && isNewest} />}
                  <Parts year={data} run={run} runs={items.length} />
                </>
              )}
            </Loaded>
          ) : (
            <Everybody year={data} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Runs({ runs, run }: { runs: readonly Run[]; run: Run | undefined }) {
  const say = useWords(awardsWords);
  const when = useWhen();
  const [, setFilters] = useFilters();
  if (runs.length < 2 || !run) return null;
  const newest = runs.at(-1)?.run;
  return (
    <Select
      aria-label={say("run.choose")}
      value={run.run}
      options={[...runs].reverse().map((one) => ({
        value: one.run,
        label: `${say("run.nth", { run: String(one.run) })} · ${say(`state.${one.status}`)} · ${when.day(one.startedAt)}`,
      }))}
      onChange={(chosen) => setFilters({ run: chosen === newest ? undefined : String(chosen) })}
    />
  );
}

const hasPlaces = (run: Run | undefined): run is Run => run?.computed !== undefined;

function Parts({ year, run, runs }: { year: Year; run: Run | undefined; runs: number }) {
  const say = useWords(awardsWords);
  const [{ tab }, setFilters] = useFilters();
  const ranked = hasPlaces(run)
    ? [
        { key: "places", label: say("tab.places"), children: <Places run={run} /> },
        { key: "standings", label: say("tab.standings"), children: <Standings run={run} /> },
        ...(runs > 1 ? [{ key: "changes", label: say("tab.changes"), children: <Changes run={run} /> }] : []),
        {
          key: "objections",
          label: `${say("tab.objections")}${run.objections?.open ? ` ${run.objections.open}` : ""}`,
          children: <Objections run={run} />,
        },
        { key: "certificates", label: say("tab.certificates"), children: <Certificates year={year.year} /> },
      ]
    : [];
  const items = [...ranked, { key: "draw", label: say("tab.draw"), children: <Draw year={year} run={run} /> }];
  const shown = items.some(({ key }) => key === tab) ? tab : items[0]?.key;
  return (
    <Tabs
      {...(shown ? { activeKey: shown } : {})}
      onChange={(key) => setFilters({ tab: key === items[0]?.key ? undefined : key, only: undefined })}
      items={items}
      destroyOnHidden
    />
  );
}

/** What everybody may see: the notice, their own standing, and how to object. */
function Everybody({ year }: { year: Year }) {
  const say = useWords(awardsWords);
  const path = { year: String(year.year), run: String(year.latest), id: "me" };
  const own = useReading("GET /awards/{year}/runs/{run}/standings/{id}", { path }, { enabled: year.latest > 0 });
  return (
    <>
      {year.latest === 0 && <NextStep year={year} run={undefined} />}
      {year.latest > 0 && <PublicNotice year={year.year} />}
      {own.data && (
        <Alert
          className="award-own"
          type="info"
          title={say("own.title", { year: String(year.year) })}
          description={say("own.text", { rank: String(own.data.rank), points: own.data.points })}
        />
      )}
      {year.latest > 0 && <Objections run={{ year: year.year, run: year.latest }} />}
      <Draw year={year} run={undefined} />
    </>
  );
}
