import { App, Button, Checkbox, Dropdown, Empty, Popover, Segmented, Table } from "antd";
import type { Key, ReactNode } from "react";
import { useState } from "react";
import type { Given } from "../../shared/api/call.ts";
import type { Answers, Reading } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWords } from "../../shared/words.ts";
import { Trouble } from "./trouble.tsx";
import { uiWords } from "./ui.words.ts";
import { readAll } from "./use-all.ts";
import { useFilters } from "./use-filters.ts";
import { useKept } from "./use-kept.ts";
import { useScrollable } from "./use-scrollable.ts";
import type { Cell } from "./workbook.ts";

export interface ListColumn<Row> {
  key: string;
  title: string;
  show: (row: Row) => ReactNode;
  /** The same for a workbook: numbers as numbers, moments as dates of the wall clock. Without it the column is not saved. */
  value?: (row: Row) => Cell;
  width?: number;
  align?: "right";
  /** Left out until somebody chooses it. */
  hidden?: boolean;
}

interface Paged<Row> {
  items: Row[];
  cursor?: string | undefined;
  total?: number | undefined;
}

type ListRoute = { [R in Reading]: Answers[R] extends Paged<never> | { items: unknown[] } ? R : never }[Reading];
type RowOf<R extends ListRoute> = Answers[R] extends { items: (infer Row)[] } ? Row : never;

interface Props<R extends ListRoute> {
  /** Under which name choices are kept, and a workbook is saved. */
  name: string;
  title: string;
  route: R;
  given?: Given<R>;
  columns: readonly ListColumn<RowOf<R>>[];
  rowKey: (row: RowOf<R>) => Key;
  /** Fields that narrow the list. */
  filters?: ReactNode;
  /** What to do first, when there is nothing at all. */
  empty?: ReactNode;
  /** More below a row. */
  more?: (row: RowOf<R>) => ReactNode;
  /** What else can be done with the list, beside its own tools. */
  tools?: ReactNode;
}

const SIZE = 50;
const DENSITIES = ["large", "middle", "small"] as const;

/** A list by pages of the server: filters in the address bar, columns and density to choose, saved as a workbook. */
export function List<R extends ListRoute>(props: Props<R>) {
  const { name, route, given = {} as Given<R>, columns, rowKey, filters, empty, more } = props;
  const say = useWords(uiWords);
  const place = useScrollable<HTMLElement>(".ant-table-body");
  // Which part of a page is open, and of which run, is no filter.
  const [{ page: at = "1", tab: _tab, run: _run, ...narrowed }, setFilters] = useFilters();
  const [chosen, choose] = useKept<string[] | undefined>(`${name}.columns`, undefined);
  const [density, setDensity] = useKept<(typeof DENSITIES)[number]>(`${name}.density`, "middle");
  // Lists that only know what comes next are gone through by what came before.
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const offset = (Number(at) - 1) * SIZE;
  const cursor = cursors.at(-1);
  const query = { ...given.query, limit: SIZE, ...(cursor ? { cursor } : offset > 0 ? { offset } : {}) };
  const read = useReading(route, { ...given, query } as Given<R>, { keep: true });
  const page = read.data as Paged<RowOf<R>> | undefined;
  const shown = columns.filter(({ key, hidden }) => (chosen ? chosen.includes(key) : !hidden));
  if (read.error && !page) return <Trouble error={read.error} again={() => void read.refetch()} />;
  const isNarrowed = Object.keys(narrowed).length > 0;
  return (
    <section className="list" ref={place}>
      <div className="list-head">
        <div className="list-filters">{filters}</div>
        <Tools
          {...props}
          given={given}
          shown={shown}
          density={density}
          onDensity={setDensity}
          onColumns={(keys) => choose(keys)}
        />
      </div>
      <Table<RowOf<R>>
        size={density}
        rowKey={rowKey}
        loading={read.isPending || read.isPlaceholderData}
        dataSource={page?.items ?? []}
        scroll={{ x: "max-content" }}
        // Below the bar on top.
        sticky={{ offsetHeader: 57 }}
        columns={shown.map(({ key, title, show, width, align }) => ({
          key,
          title,
          ...(width ? { width } : {}),
          ...(align ? { align, className: "number" } : {}),
          render: (_, row) => show(row),
        }))}
        {...(more
          ? { expandable: { expandedRowRender: more, columnTitle: <span className="unseen">{say("list.more")}</span> } }
          : {})}
        locale={{
          emptyText: read.isPending ? (
            <div className="list-waiting" />
          ) : (
            (!isNarrowed && empty) || (
              <Nothing
                onClear={
                  isNarrowed
                    ? () => setFilters(Object.fromEntries(Object.keys(narrowed).map((key) => [key, undefined])))
                    : undefined
                }
              />
            )
          ),
        }}
        pagination={
          page?.total === undefined
            ? false
            : {
                current: Number(at),
                pageSize: SIZE,
                total: page.total,
                showSizeChanger: false,
                showTotal: (total) => say("list.total", { count: String(total) }),
                onChange: (next) => setFilters({ page: next > 1 ? String(next) : undefined }),
              }
        }
      />
      {page && page.total === undefined && (cursors.length > 0 || page.cursor) && (
        <div className="list-pages">
          <Button disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}>
            {say("list.previous")}
          </Button>
          <Button disabled={!page.cursor} onClick={() => setCursors([...cursors, page.cursor ?? ""])}>
            {say("list.next")}
          </Button>
        </div>
      )}
    </section>
  );
}

function Nothing({ onClear }: { onClear: (() => void) | undefined }) {
  const say = useWords(uiWords);
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say("list.empty")}>
      {onClear && <Button onClick={onClear}>{say("list.clear")}</Button>}
    </Empty>
  );
}

interface ToolsProps<R extends ListRoute> extends Props<R> {
  given: Given<R>;
  shown: readonly ListColumn<RowOf<R>>[];
  density: (typeof DENSITIES)[number];
  onDensity: (density: (typeof DENSITIES)[number]) => void;
  onColumns: (keys: string[]) => void;
}

function Tools<R extends ListRoute>(props: ToolsProps<R>) {
  const say = useWords(uiWords);
  const { columns, shown, density, onDensity, onColumns } = props;
  return (
    <div className="list-tools">
      <Popover
        trigger="click"
        content={
          <Checkbox.Group
            className="choices"
            value={shown.map(({ key }) => key)}
            options={columns.map(({ key, title }) => ({ value: key, label: title }))}
            onChange={(keys) => onColumns(keys.map(String))}
          />
        }
      >
        <Button>{say("list.columns")}</Button>
      </Popover>
      <Dropdown
        trigger={["click"]}
        popupRender={() => (
          <Segmented
            value={density}
            onChange={onDensity}
            options={DENSITIES.map((value) => ({ value, label: say(`list.density.${value}`) }))}
          />
        )}
      >
        <Button>{say("list.density")}</Button>
      </Dropdown>
      <Save {...props} />
      {props.tools}
    </div>
  );
}

/** Saves exactly what is filtered, with the columns that are shown. */
function Save<R extends ListRoute>({ title, route, given, shown }: ToolsProps<R>) {
  const say = useWords(uiWords);
  const { message } = App.useApp();
  const [count, setCount] = useState<number>();
  const save = async () => {
    setCount(0);
    try {
      const { saveWorkbook } = await import("./workbook.ts");
      const saved = shown.filter((column) => column.value);
      const rows = await readAll(route, given, setCount);
      await saveWorkbook(
        title,
        saved.map((column) => ({ header: column.title, ...(column.width ? { width: column.width / 7 } : {}) })),
        rows.map((row) => saved.map((column) => column.value?.(row))),
      );
      void message.success(say("list.saved", { count: String(rows.length) }));
    } catch (error) {
      void message.error(error instanceof Error && error.message ? error.message : say("offline.detail"));
    } finally {
      setCount(undefined);
    }
  };
  return (
    <Button loading={count !== undefined} onClick={() => void save()}>
      {count === undefined ? say("list.save") : say("list.saving", { count: String(count) })}
    </Button>
  );
}
