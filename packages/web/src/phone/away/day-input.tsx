import { useId } from "react";

interface Props {
  label: string;
  hint?: string;
  /** `YYYY-MM-DD`, or nothing yet. */
  value: string;
  onChange: (day: string) => void;
  /** The last day that may be chosen. */
  max?: string;
}

/** A day, by the picker of the phone. */
export function DayInput({ label, hint, value, onChange, max }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}h`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        type="date"
        required
        max={max}
        aria-describedby={hint ? `${id}h` : undefined}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
