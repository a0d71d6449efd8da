import type { Language } from "@yigong/core/language/catalogue.ts";
import { type Key, text } from "@yigong/core/language/index.ts";

/** What was typed, as it came; shown again when it cannot be taken. */
export interface Typed {
  number: string;
  code: string;
}
export type Field = keyof Typed;

const FAULTS = {
  number: "certificate.page.faultNumber",
  code: "certificate.page.faultCode",
} as const satisfies Record<Field, Key>;

interface Asked {
  language: Language;
  typed: Typed;
  /** Absent on a fresh form. */
  faults?: readonly Field[] | undefined;
}

const Input = ({ field, asked: { language, typed, faults } }: { field: Field; asked: Asked }) => {
  const faulty = faults?.includes(field) ?? false;
  const notes = [...(faulty ? [`${field}-why`] : []), ...(field === "code" ? ["code-hint"] : [])];
  return (
    <div class="field">
      <label class="name" for={field}>
        {text(language, `certificate.page.${field}`)}
      </label>
      <input
        type="text"
        id={field}
        name={field}
        value={typed[field]}
        required
        maxlength={60}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        aria-invalid={faulty ? "true" : undefined}
        aria-describedby={notes.length > 0 ? notes.join(" ") : undefined}
      />
      {field === "code" && (
        <p class="quiet" id="code-hint">
          {text(language, "certificate.page.codeHint")}
        </p>
      )}
      {faulty && (
        <p class="why" id={`${field}-why`}>
          {text(language, FAULTS[field])}
        </p>
      )}
    </div>
  );
};

/** Number and code of a certificate, to be typed from paper. It is sent by address: nothing is written. */
export const VerifyForm = ({ asked }: { asked: Asked }) => (
  <form method="get" action="/certificates" autocomplete="off">
    <div class="card">
      <p>{text(asked.language, "certificate.page.intro")}</p>
      <Input field="number" asked={asked} />
      <Input field="code" asked={asked} />
      <input type="hidden" name="lang" value={asked.language} />
      <button type="submit">{text(asked.language, "certificate.page.check")}</button>
    </div>
  </form>
);
