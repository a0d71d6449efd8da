import { useId } from "react";
import { useSettings } from "../../shared/use-when.ts";
import { instantAt, wallAt } from "../../shared/wall-time.ts";

interface Props {
  label: string;
  /** ISO-8601 UTC. */
  value: string;
  onChange: (instant: string) => void;
}

/** A day and time of the alliance's wall clock, whatever zone the phone is in. */
export function InstantInput({ label, value, onChange }: Props) {
  const id = useId();
  const zone = useSettings()?.zone ?? "Asia/Shanghai";
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="datetime-local"
        value={wallAt(value, zone)}
        required
        onInput={({ currentTarget }) => currentTarget.value && onChange(instantAt(currentTarget.value, zone))}
      />
    </div>
  );
}
