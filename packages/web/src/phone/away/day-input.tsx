import { useId } from "react";

interface Props {
  label: string;
  hint?: string;
  /** `YYYY-MM-DD`, or nothing yet. */
  value: string;
  onChange: (day: string) => void;
}

/** A day, by the picker of the phone. */
export function DayInput({ label, hint, value, onChange }: Props) {
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
        aria-describedby={hint ? `${id}h` : undefined}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
