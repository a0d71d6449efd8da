import { type ReactNode, useId } from "react";
import { useWords } from "../../shared/words.ts";
import { uiWords } from "./ui.words.ts";

interface TextField {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string | undefined;
  optional?: boolean;
  /** Shown as a count that is left. */
  most?: number;
  rows?: number;
  inputMode?: "text" | "numeric" | "decimal";
  autoComplete?: string;
}

const Name = ({ id, label, optional }: { id: string; label: string; optional: boolean }) => {
  const say = useWords(uiWords);
  return (
    <label htmlFor={id}>
      {label}
      {optional && <span className="mark"> {say("optional")}</span>}
    </label>
  );
};

function Left({ value, most, id }: { value: string; most: number; id: string }) {
  const say = useWords(uiWords);
  const left = most - value.length;
  if (left > most / 5) return null;
  const count = String(Math.abs(left));
  return (
    <p className={left < 0 ? "hint late" : "hint"} id={id}>
      {left < 0 ? say("over", { count }) : say("left", { count })}
    </p>
  );
}

/** A text over several lines. */
export function TextArea({ label, value, onChange, hint, optional = false, most = 1000, rows = 4 }: TextField) {
  const id = useId();
  return (
    <div className="field">
      <Name id={id} label={label} optional={optional} />
      {hint && (
        <p className="hint" id={`${id}h`}>
          {hint}
        </p>
      )}
      <textarea
        id={id}
        rows={rows}
        value={value}
        required={!optional}
        aria-describedby={hint ? `${id}h` : undefined}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <Left value={value} most={most} id={`${id}l`} />
    </div>
  );
}

export function TextInput({
  label,
  value,
  onChange,
  hint,
  optional = false,
  inputMode = "text",
  autoComplete = "off",
  most,
}: TextField) {
  const id = useId();
  return (
    <div className="field">
      <Name id={id} label={label} optional={optional} />
      {hint && (
        <p className="hint" id={`${id}h`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        type="text"
        inputMode={inputMode}
        autoComplete={autoComplete}
        maxLength={most}
        value={value}
        required={!optional}
        aria-describedby={hint ? `${id}h` : undefined}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

interface Choosing<T extends string> {
  legend: string;
  options: readonly { value: T; label: ReactNode; note?: ReactNode; disabled?: boolean }[];
  value: T | undefined;
  onChange: (value: T) => void;
  /** Beside each other: a few steps with short names. */
  scale?: boolean;
}

/** One of several, each a large target. */
export function Choices<T extends string>({ legend, options, value, onChange, scale = false }: Choosing<T>) {
  const name = useId();
  return (
    <fieldset className={scale ? "choices scale" : "choices"}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label className="choice" key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
          />
          <span>
            <span className="strong">{option.label}</span>
            {option.note && <small>{option.note}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export const Tick = ({
  checked,
  onChange,
  children,
}: {
  checked: boolean;
  onChange: (to: boolean) => void;
  children: ReactNode;
}) => (
  <label className="tick">
    <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
    <span>{children}</span>
  </label>
);
