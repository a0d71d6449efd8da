import { Select } from "antd";
import { useAll } from "../ui/use-all.ts";

interface Props {
  id?: string;
  value: string[];
  onChange: (memberIds: string[]) => void;
}

/** Some of the alliance's trainers, found by name or employee number. */
export function TrainerSelect({ id, value, onChange }: Props) {
  const people = useAll("GET /members", { query: {} }).data ?? [];
  const trainers = people.filter((member) => member.trainer);
  return (
    <Select
      {...(id ? { id } : {})}
      className="wide"
      mode="multiple"
      maxCount={5}
      value={value}
      onChange={onChange}
      options={trainers.map((one) => ({ value: one.id, label: `${one.name} ${one.employeeNumber}` }))}
      showSearch={{ optionFilterProp: "label" }}
    />
  );
}
