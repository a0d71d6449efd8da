import { Tag } from "antd";
import type { Activity } from "../../shared/api/routes.ts";
import { useDomainWords } from "../../shared/words.ts";

type Status = Activity["status"];

const COLOURS: Readonly<Partial<Record<Status, string>>> = {
  proposing: "warning",
  archiving: "warning",
  done: "success",
  cancelled: "default",
};

/** Where an activity stands. */
export function StageTag({ status }: { status: Status }) {
  const word = useDomainWords();
  return <Tag color={COLOURS[status] ?? "error"}>{word(`activity.status.${status}`)}</Tag>;
}
