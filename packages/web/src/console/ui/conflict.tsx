import { Button, Modal, Table } from "antd";
import { Refused } from "../../shared/api/problem.ts";
import { useWords } from "../../shared/words.ts";
import { uiWords } from "./ui.words.ts";

interface Changed {
  field: string;
  name: string;
}
/** What the API says when somebody else was first. */
export interface Conflict<T> {
  current: T & { version: number };
  changed: Changed[];
}

/** What somebody else changed first; undefined for any other fault. */
export function conflictIn<T>(error: unknown): Conflict<T> | undefined {
  if (!(error instanceof Refused) || error.code !== "edit.changed") return undefined;
  const { current, changed = [] } = error.said as Partial<Conflict<T>>;
  return current ? { current, changed } : undefined;
}

interface Props<T> {
  conflict: Conflict<T>;
  mine: Partial<T>;
  /** How a field's value reads. */
  show?: (field: string, value: unknown) => React.ReactNode;
  onKeepMine: (current: T & { version: number }) => void;
  onTakeTheirs: (current: T & { version: number }) => void;
}

const plain = (_: string, value: unknown): React.ReactNode =>
  value === undefined || value === null || value === ""
    ? "–"
    : typeof value === "object"
      ? JSON.stringify(value)
      : String(value);

/** Two people changed one thing: both values side by side, and one of them is chosen; nothing is lost. */
export function ConflictDialog<T>({ conflict, mine, show = plain, onKeepMine, onTakeTheirs }: Props<T>) {
  const say = useWords(uiWords);
  const { current, changed } = conflict;
  const valueIn = (of: object, field: string) => show(field, (of as Record<string, unknown>)[field]);
  return (
    <Modal
      open
      width={720}
      title={say("conflict.title")}
      closable={false}
      footer={[
        <Button key="theirs" onClick={() => onTakeTheirs(current)}>
          {say("conflict.takeTheirs")}
        </Button>,
        <Button key="mine" type="primary" onClick={() => onKeepMine(current)}>
          {say("conflict.keepMine")}
        </Button>,
      ]}
    >
      <p>{say("conflict.what")}</p>
      <Table<Changed>
        size="small"
        rowKey="field"
        pagination={false}
        dataSource={changed}
        columns={[
          { title: say("conflict.field"), dataIndex: "name" },
          { title: say("conflict.mine"), render: (_, { field }) => valueIn(mine, field) },
          { title: say("conflict.theirs"), render: (_, { field }) => valueIn(current as object, field) },
        ]}
      />
    </Modal>
  );
}
