import { App, Button, Drawer } from "antd";
import type { ReactNode } from "react";
import { useWords } from "../../shared/words.ts";
import { ConflictDialog } from "./conflict.tsx";
import { Trouble } from "./trouble.tsx";
import { uiWords } from "./ui.words.ts";
import { useEdit } from "./use-edit.ts";

interface Props<T> {
  title: string;
  base: T;
  read: () => Promise<T>;
  save: (patch: Partial<T>, version: number) => Promise<unknown>;
  /** How fields are called, and how their values read, where two people changed one. */
  names: Readonly<Record<Exclude<keyof T, "version"> & string, string>>;
  show: (field: string, value: unknown) => ReactNode;
  /** What succeeded, in words. */
  done: string;
  onClose: () => void;
  children: (value: T, set: <K extends keyof T>(field: K, value: T[K]) => void) => ReactNode;
}

/** A form at the side, saved at the version that was read. */
export function EditDrawer<T extends { version: number }>(props: Props<T>) {
  const { title, names, show, done, onClose, children, ...given } = props;
  const say = useWords(uiWords);
  const { message } = App.useApp();
  const edit = useEdit<T>({
    ...given,
    nameOf: (field) => (names as Record<string, string>)[field] ?? field,
    done: () => {
      void message.success(done);
      onClose();
    },
  });
  return (
    <Drawer
      open
      title={title}
      size={480}
      onClose={onClose}
      footer={
        <div className="drawer-acts">
          <Button onClick={onClose}>{say("cancel")}</Button>
          <Button type="primary" disabled={!edit.isChanged} loading={edit.isSaving} onClick={edit.submit}>
            {say("edit.save")}
          </Button>
        </div>
      }
    >
      {edit.error && <Trouble error={edit.error} />}
      {children(edit.value, edit.set)}
      {edit.conflict && (
        <ConflictDialog<T>
          conflict={edit.conflict}
          mine={edit.mine}
          show={show}
          onKeepMine={edit.keepMine}
          onTakeTheirs={edit.takeTheirs}
        />
      )}
    </Drawer>
  );
}
