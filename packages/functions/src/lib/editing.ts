import { editRefusal } from "@yigong/core/lib/edit.refusals.ts";
import type { InBoth } from "@yigong/core/lib/error.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { fieldIn } from "./field-words.ts";

/** What something is now that was edited at an older version. */
export interface Current {
  /** As reading it answers. */
  shown: object;
  /** Where the fields of an edit are, when that is not what is shown. */
  held?: object;
}

/** An edit of an older version, with what both editors need to see. */
export class EditRefusal extends Refusal {
  readonly current: object;
  readonly fields: readonly string[];

  constructor({ shown, held = shown }: Current, given: object) {
    const { kind, code, message, said } = editRefusal("edit.changed");
    super(kind, code, message, said ? { said } : {});
    this.current = shown;
    this.fields = Object.entries(given)
      .filter(([field, value]) => field !== "version" && differs(value, (held as Record<string, unknown>)[field]))
      .map(([field]) => field);
  }

  /** Members of the problem document. */
  membersIn(language: keyof InBoth): { current: object; changed: { field: string; name: string }[] } {
    return {
      current: this.current,
      changed: this.fields.map((field) => ({ field, name: fieldIn(language, [field]) })),
    };
  }
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether what was sent is not what is held; of an object only what was sent is looked at, and null is nothing. */
function differs(given: unknown, held: unknown): boolean {
  if (given === undefined) return false;
  if (isPlain(given))
    return Object.entries(given).some(([field, value]) => differs(value, isPlain(held) ? held[field] : undefined));
  return JSON.stringify(given ?? null) !== JSON.stringify(held ?? null);
}

/**
 * Saves an edit; one of an older version is refused with what holds now, so that nothing that was typed is lost.
 *
 * @throws `edit.changed`, whatever `save` throws
 */
export async function editing<Saved>(
  given: object,
  save: () => Promise<Saved>,
  current: () => Promise<Current>,
): Promise<Saved> {
  try {
    return await save();
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "edit.changed")) throw error;
    throw new EditRefusal(await current(), given);
  }
}
