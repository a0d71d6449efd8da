import { Button } from "antd";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { Given } from "../../shared/api/call.ts";
import type { ListColumn } from "./list.tsx";
import { Trouble } from "./trouble.tsx";
import { type ItemOf, type Listed, readAll } from "./use-all.ts";

interface Props<R extends Listed> {
  route: R;
  given: Given<R>;
  /** Over the table: what it is, and how it was narrowed. */
  title: string;
  columns: readonly Pick<ListColumn<ItemOf<R>>, "key" | "title" | "show">[];
  rowKey: (row: ItemOf<R>) => string;
  label: string;
}

/** Prints a whole list as it is narrowed, not only the page that is shown. */
export function PrintList<R extends Listed>({ route, given, title, columns, rowKey, label }: Props<R>) {
  const [rows, setRows] = useState<readonly ItemOf<R>[]>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    if (!rows) return undefined;
    const done = () => setRows(undefined);
    addEventListener("afterprint", done, { once: true });
    print();
    return () => removeEventListener("afterprint", done);
  }, [rows]);
  const prepare = async () => {
    setBusy(true);
    setError(undefined);
    try {
      setRows(await readAll(route, given));
    } catch (fault) {
      setError(fault);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {error !== undefined && <Trouble error={error} />}
      <Button loading={busy} onClick={() => void prepare()}>
        {label}
      </Button>
      {rows &&
        createPortal(
          <section className="print-list">
            <h1>{title}</h1>
            <table>
              <thead>
                <tr>
                  {columns.map(({ key, title: name }) => (
                    <th key={key}>{name}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={rowKey(row)}>
                    {columns.map(({ key, show }) => (
                      <td key={key}>{show(row)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>,
          document.body,
        )}
    </>
  );
}
