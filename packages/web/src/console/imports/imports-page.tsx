import type { Role } from "@yigong/core/permission/role.ts";
import { Empty, Segmented, Tag } from "antd";
import { useState } from "react";
import { useSettings, useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { PageLink } from "../ui/link.tsx";
import { List, type ListColumn } from "../ui/list.tsx";
import { Page } from "../ui/page.tsx";
import { PersonById } from "../ui/person-by-id.tsx";
import { useRoles } from "../ui/use-roles.ts";
import { wallDate } from "../ui/wall-date.ts";
import { FilePlace } from "./file-place.tsx";
import { useStates } from "./import-states.ts";
import type { Import, ImportKind } from "./imports.routes.ts";
import { importWords } from "./imports.words.ts";
import { MapColumns } from "./map-columns.tsx";

/** Who imports what. */
const KINDS: readonly { kind: ImportKind; roles: readonly Role[] }[] = [
  { kind: "roster", roles: ["administrator"] },
  { kind: "shifts", roles: ["administrator"] },
  { kind: "contacts", roles: ["administrator", "alliance", "customerService"] },
  { kind: "performance", roles: ["administrator", "alliance"] },
  { kind: "trainer", roles: ["alliance"] },
  { kind: "satisfaction", roles: ["administrator", "alliance"] },
];
const COLOURS = {
  previewed: "warning",
  applying: "processing",
  applied: "success",
  undoing: "processing",
  undone: "default",
} as const;

/** Brings a roster or shifts in from a file, and what was brought in before. */
export default function ImportsPage() {
  const say = useWords(importWords);
  const has = useRoles();
  const kinds = KINDS.filter(({ roles }) => has(...roles)).map(({ kind: one }) => one);
  const [chosen, setKind] = useState<ImportKind>();
  const [file, setFile] = useState<File>();
  const kind = chosen ?? kinds[0] ?? "contacts";
  const columns = useImportColumns();
  return (
    <Page
      title={say("title")}
      about={say("about")}
      actions={kinds.map((one) => (
        <a key={one} className="template" href={`/api/v1/imports/templates/${one}.xlsx`} download>
          {say(`template.${one}`)}
        </a>
      ))}
    >
      <Segmented
        aria-label={say("kind.label")}
        value={kind}
        options={kinds.map((value) => ({ value, label: say(`kind.${value}`) }))}
        onChange={(value: ImportKind) => setKind(value)}
      />
      {file ? (
        <MapColumns key={`${kind} ${file.name}`} kind={kind} file={file} onOther={() => setFile(undefined)} />
      ) : (
        <FilePlace onFile={setFile} />
      )}
      <h2 className="card-title">{say("list")}</h2>
      <List
        name="imports"
        title={say("title")}
        route="GET /imports"
        columns={columns}
        rowKey={({ id }) => id}
        empty={
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say("empty")}>
            <p className="quiet">{say("empty.detail")}</p>
          </Empty>
        }
      />
    </Page>
  );
}

function useImportColumns(): ListColumn<Import>[] {
  const say = useWords(importWords);
  const word = useDomainWords();
  const when = useWhen();
  const zone = useSettings()?.zone ?? "Asia/Shanghai";
  const statesOf = useStates();
  const moment = (key: "previewedAt" | "applyAt", title: string): ListColumn<Import> => ({
    key,
    title,
    width: 150,
    show: ({ [key]: at }) => (at ? <span className="whole">{when.instant(at)}</span> : "–"),
    value: ({ [key]: at }) => wallDate(at, zone),
  });
  const changes = (one: Import) =>
    statesOf(one)
      .filter(({ state }) => state !== "unchanged")
      .map(({ label, count }) => `${label} ${count}`)
      .join(" · ");
  return [
    {
      key: "file",
      title: say("file"),
      width: 170,
      show: ({ id, fileName }) => <PageLink to={`/imports/${id}`}>{fileName}</PageLink>,
      value: ({ fileName }) => fileName,
    },
    {
      key: "kind",
      title: say("kind"),
      width: 64,
      show: ({ kind }) => say(`kind.${kind}`),
      value: ({ kind }) => say(`kind.${kind}`),
    },
    {
      key: "status",
      title: say("status"),
      width: 90,
      show: ({ status }) => <Tag color={COLOURS[status]}>{word(`roster.batch.${status}`)}</Tag>,
      value: ({ status }) => word(`roster.batch.${status}`),
    },
    { key: "what", title: say("what"), width: 200, show: changes, value: changes },
    {
      key: "rows",
      title: say("rows"),
      width: 64,
      align: "right",
      show: ({ fileRows }) => fileRows,
      value: ({ fileRows }) => fileRows,
    },
    moment("previewedAt", say("when")),
    { key: "who", title: say("who"), width: 130, show: ({ previewedBy }) => <PersonById memberId={previewedBy} /> },
    moment("applyAt", say("applied")),
  ];
}
