import "./new/new.css";
import { Skeleton } from "antd";
import { useMemo, useState } from "react";
import type { Activity, Member } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMe } from "../../shared/use-me.ts";
import { useSettings } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Page } from "../ui/page.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useFilters } from "../ui/use-filters.ts";
import { blank, type Clock, fromOld } from "./new/draft.ts";
import type { ActivityTemplate } from "./new/new.routes.ts";
import { newWords } from "./new/new.words.ts";
import { NewForm } from "./new/new-form.tsx";
import { fromTemplate } from "./new/template.ts";
import { Templates } from "./new/templates.tsx";
import { originsFor } from "./origins.ts";

const isRepeat = (value: string | undefined): value is "weekly" => value === "weekly";
const UNITS = { live: false } as const;

/** Starts an activity: from blank, `?from=` an old one, or by a `?template=`; `?repeats=weekly` begins a series. */
export default function NewPage() {
  const say = useWords(newWords);
  const me = useMe();
  const settings = useSettings();
  const [{ from, template }] = useFilters();
  const old = useReading(
    "GET /activities/{id}",
    { path: { id: from ?? "" } },
    { live: false, enabled: from !== undefined },
  );
  const kept = useReading(
    "GET /activity-templates/{id}",
    { path: { id: template ?? "" } },
    { live: false, enabled: template !== undefined },
  );
  if (!me || !settings) return <Waiting />;
  if (template !== undefined)
    return (
      <Loaded of={kept} skeleton={<Waiting />}>
        {(found) => (
          <Begun
            key={template}
            me={me}
            zone={settings.zone}
            template={found}
            about={say("template.title", { name: found.name })}
          />
        )}
      </Loaded>
    );
  if (from === undefined) return <Begun key="blank" me={me} zone={settings.zone} about={<Templates />} />;
  return (
    <Loaded of={old} skeleton={<Waiting />}>
      {(activity) => (
        <Begun
          key={from}
          me={me}
          zone={settings.zone}
          old={activity}
          about={say("old.title", { title: activity.title })}
        />
      )}
    </Loaded>
  );
}

interface Given {
  me: Member;
  zone: string;
  old?: Activity;
  template?: ActivityTemplate;
  about?: React.ReactNode;
}

function Begun({ me, zone, old, template, about }: Given) {
  const say = useWords(newWords);
  const branches = useReading("GET /units", { query: { kind: "branch", limit: 200 } }, UNITS).data?.items ?? [];
  const teams = useReading("GET /units", { query: { kind: "team", limit: 200 } }, UNITS).data?.items ?? [];
  const origins = originsFor(me);
  const [{ repeats }] = useFilters();
  const led = me.roles.flatMap(({ role, scope }) => (role === "teamLead" && scope.kind === "team" ? scope.unitId : []));
  const clock = useMemo<Clock>(() => ({ zone, now: new Date().toISOString() }), [zone]);
  const [start] = useState(() => {
    const [origin = "self"] = origins;
    const usual = {
      risks: say("default.risks"),
      servedReason: say("default.reason"),
      position: say("default.position"),
    };
    const empty = blank({ origin, teamId: led.length === 1 ? led[0] : undefined }, usual, clock);
    if (template) return fromTemplate(template, empty, clock);
    if (old) return fromOld(old, empty, clock);
    return isRepeat(repeats) ? { ...empty, repeats } : empty;
  });
  return (
    <NewForm
      kept={`activity:${me.id}:${old?.id ?? template?.id ?? repeats ?? "new"}`}
      start={start}
      clock={clock}
      branches={branches}
      teams={teams}
      origins={origins}
      ownTeams={origins.includes("alliance") ? "all" : led}
      {...(about ? { about } : {})}
    />
  );
}

function Waiting() {
  const say = useWords(newWords);
  return (
    <Page title={say("title")} path={[{ to: "/activities", title: say("activities") }]} about={say("about")}>
      <Skeleton active paragraph={{ rows: 12 }} />
    </Page>
  );
}
