import { useParams } from "@tanstack/react-router";
import { Alert, Progress, Tag } from "antd";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMarks } from "../../shared/marks.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { DownloadButton } from "../ui/download.tsx";
import { Page } from "../ui/page.tsx";
import { PersonById } from "../ui/person-by-id.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";
import { ApplyImport, UndoImport } from "./apply-import.tsx";
import { ImportRows } from "./import-rows.tsx";
import type { Import } from "./imports.routes.ts";
import { importWords } from "./imports.words.ts";

/** One import: what it would do, each bad row in its place, and applying or undoing it. */
export default function ImportPage() {
  const say = useWords(importWords);
  const word = useDomainWords();
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const read = useReading("GET /imports/{id}", { path: { id } });
  const path = [{ to: "/imports", title: say("title") }];
  const { data } = read;
  if (read.error && !data)
    return (
      <Page title={say("title")} path={path}>
        <Trouble error={read.error} again={() => void read.refetch()} />
      </Page>
    );
  return (
    <Page
      title={data ? say("import.title", { kind: say(`kind.${data.kind}`), file: data.fileName }) : "…"}
      path={path}
      beside={data && <Tag>{word(`roster.batch.${data.status}`)}</Tag>}
      about={data && <About of={data} />}
      actions={
        data && (
          <>
            {(data.counts.bad ?? 0) > 0 && (
              <DownloadButton path={`/imports/${data.id}/bad-rows.xlsx`} name="bad-rows.xlsx">
                {say("bad.download")}
              </DownloadButton>
            )}
            {data.status === "applied" && <UndoImport of={data} />}
            {data.status === "previewed" && <ApplyImport of={data} />}
          </>
        )
      }
    >
      <Loaded of={read}>
        {(one) => (
          <>
            <Next of={one} />
            <Notes of={one} />
            <ImportRows of={one} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function About({ of }: { of: Import }) {
  const say = useWords(importWords);
  const when = useWhen();
  const { previewedAt, previewedBy, fileRows, sheet, applyAt, undoAt } = of;
  const said = [
    say("import.about", { when: when.instant(previewedAt), rows: String(fileRows) }),
    ...(sheet ? [say("import.sheet", { sheet })] : []),
    ...(applyAt ? [say("import.appliedAt", { when: when.instant(applyAt) })] : []),
    ...(undoAt ? [say("import.undoneAt", { when: when.instant(undoAt) })] : []),
  ];
  return (
    <>
      <PersonById memberId={previewedBy} /> · {said.join(" · ")}
    </>
  );
}

/** What comes next, and how far it is while it is under way: told by the server, so that it survives a reload. */
function Next({ of: { status, kind, counts, progress, leftOut } }: { of: Import }) {
  const say = useWords(importWords);
  const bad = counts.bad ?? 0;
  if (status === "previewed" && bad > 0)
    return (
      <Alert
        type="warning"
        showIcon
        title={say(kind === "contacts" ? "next.badContacts" : "next.bad", { count: String(bad) })}
      />
    );
  const { done, total } = progress ?? { done: 0, total: 0 };
  const isUnderWay = status === "applying" || status === "undoing";
  return (
    <Alert
      type={status === "applied" ? "success" : "info"}
      showIcon
      title={say(`next.${status}`)}
      description={
        leftOut && !isUnderWay
          ? say("leftOut", { count: String(leftOut) })
          : isUnderWay && (
              <Progress
                aria-label={say(`next.${status}`)}
                percent={total === 0 ? 0 : Math.floor((100 * done) / total)}
                format={() => say("progress.of", { done: String(done), total: String(total) })}
              />
            )
      }
    />
  );
}

function Notes({ of: { newUnits, ignoredColumns, renamedColumns = [] } }: { of: Import }) {
  const say = useWords(importWords);
  const { list } = useMarks();
  const renamed = renamedColumns.map(({ header, column }) => `${header} → ${column}`);
  return (
    <>
      {newUnits.length > 0 && <p>{say("newUnits", { units: list(newUnits.map(({ name }) => name)) })}</p>}
      {renamed.length > 0 && <p className="quiet">{say("renamed", { columns: list(renamed) })}</p>}
      {ignoredColumns.length > 0 && <p className="quiet">{say("ignored", { columns: list(ignoredColumns) })}</p>}
    </>
  );
}
