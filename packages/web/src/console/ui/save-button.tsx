import { App, Button } from "antd";
import { useState } from "react";
import { useWords } from "../../shared/words.ts";
import { uiWords } from "./ui.words.ts";
import type { Cell, Column } from "./workbook.ts";

interface Props {
  name: string;
  columns: readonly Column[];
  rows: () => Promise<readonly (readonly Cell[])[]> | readonly (readonly Cell[])[];
}

/** Saves a table that stands on a page as a workbook. */
export function SaveButton({ name, columns, rows }: Props) {
  const say = useWords(uiWords);
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const { saveWorkbook } = await import("./workbook.ts");
      const all = await rows();
      await saveWorkbook(name, columns, all);
      void message.success(say("list.saved", { count: String(all.length) }));
    } catch (error) {
      void message.error(error instanceof Error && error.message ? error.message : say("offline.detail"));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button loading={busy} onClick={() => void save()}>
      {say("list.save")}
    </Button>
  );
}
