import { Select } from "antd";
import { useReading } from "../../shared/api/use-reading.ts";
import { useSettings } from "../../shared/use-when.ts";
import { wallAt } from "../../shared/wall-time.ts";

interface Props {
  id?: string;
  /** When the class begins, ISO-8601 UTC: who is a trainer that day. Without it, who is one today. */
  startsAt?: string | undefined;
  value: string[];
  onChange: (memberIds: string[]) => void;
}

/** Some of the alliance's trainers, found by name or employee number. */
export function TrainerSelect({ id, startsAt, value, onChange }: Props) {
  const zone = useSettings()?.zone ?? "Asia/Shanghai";
  const query = startsAt ? { day: wallAt(startsAt, zone).slice(0, 10) } : {};
  const trainers = useReading("GET /trainers", { query }, { live: false }).data?.items ?? [];
  return (
    <Select
      {...(id ? { id } : {})}
      className="wide"
      mode="multiple"
      maxCount={5}
      value={value}
      onChange={onChange}
      options={trainers.map((one) => ({ value: one.memberId, label: `${one.name} ${one.employeeNumber}` }))}
      showSearch={{ optionFilterProp: "label" }}
    />
  );
}
