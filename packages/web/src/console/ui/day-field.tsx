import { DatePicker } from "antd";
import dayjs from "dayjs";

interface Props {
  id?: string;
  /** A local day, `YYYY-MM-DD`. */
  value: string | undefined;
  onChange: (day: string | undefined) => void;
}

/** A local day. */
export const DayField = ({ id, value, onChange }: Props) => (
  <DatePicker
    {...(id ? { id } : {})}
    className="wide"
    value={value ? dayjs(value) : null}
    onChange={(picked) => onChange(picked ? picked.format("YYYY-MM-DD") : undefined)}
  />
);
