import { DatePicker } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useSettings } from "../../shared/use-when.ts";
import { instantAt, wallAt } from "../../shared/wall-time.ts";

interface Props {
  id?: string;
  /** ISO-8601 UTC. */
  value: string | undefined;
  onChange: (instant: string | undefined) => void;
  status?: "error" | "warning" | "";
  disabled?: boolean;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}

/** A day and time of the alliance's wall clock, whatever zone the reader's computer is in. */
export function InstantField({ value, onChange, ...rest }: Props) {
  const zone = useSettings()?.zone ?? "Asia/Shanghai";
  return (
    <DatePicker
      {...rest}
      // What was picked counts at once: nobody has to find the button that confirms it.
      needConfirm={false}
      showTime={{ format: "HH:mm", minuteStep: 5 }}
      format="YYYY-MM-DD HH:mm"
      value={value ? dayjs(wallAt(value, zone)) : null}
      onChange={(picked: Dayjs | null) =>
        onChange(picked ? instantAt(picked.format("YYYY-MM-DDTHH:mm"), zone) : undefined)
      }
    />
  );
}
