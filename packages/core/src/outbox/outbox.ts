import * as z from "zod";
import { Instant } from "../lib/time.ts";
import type { Merged, NounVocabulary, ValueOf } from "../noun-vocabulary.ts";
import * as nouns from "../vocabulary.ts";
import { FIELDS } from "./effect-fields.ts";

export { Audience, Only } from "./effect-fields.ts";

const Base = z.object({
  /** Derived from the cause, so that writing it twice is one effect. */
  id: z.string().min(1).max(400),
  /** Not sent before this instant. */
  dueAt: Instant,
});

type Fields = Merged<ReturnType<ValueOf<typeof nouns, "effects">>>;
export type EffectKind = keyof Fields;
type Described<Kind extends EffectKind> = z.infer<typeof Base> & { kind: Kind } & z.core.$InferObjectOutput<
    Fields[Kind],
    Record<never, never>
  >;

const described = Object.values<NounVocabulary>(nouns).flatMap(({ effects }) =>
  Object.entries(effects?.(FIELDS) ?? {}),
);
const schemas = described.map(([kind, fields]) => Base.extend({ kind: z.literal(kind), ...fields }));

/** Every kind of effect; each has a handler in a manifest of the use cases, or at the edge. */
export const EFFECT_KINDS: readonly EffectKind[] = described.map(([kind]) => kind as EffectKind);

/** An effect that leaves the domain. It is a row in the transaction of the fact that causes it. */
export type Effect = { [Kind in EffectKind]: Described<Kind> }[EffectKind];
// By way of unknown: comparing the two schemas field by field doubles the compiler's work on core.
export const Effect = z.discriminatedUnion(
  "kind",
  schemas as [(typeof schemas)[number]],
) as unknown as z.ZodType<Effect>;
export type EffectOf<Kind extends EffectKind> = Extract<Effect, { kind: Kind }>;

/** An effect on its way. `cursor` is where a fan-out goes on; `attempts` counts failures. */
export interface Row {
  effect: Effect;
  /** When it is tried next, as far as it was read from the store. */
  dueAt?: string | undefined;
  attempts: number;
  createdAt: string;
  cursor?: string | undefined;
  lastError?: string | undefined;
  /** What was in force when it was written; rows of the first release have none. */
  correlation?: string | undefined;
}
