import * as z from "zod";
import { Instant } from "../lib/time.ts";
import { type AllOf, type ValueOf, valuesOf } from "../noun-vocabulary.ts";
import * as nouns from "../vocabulary.ts";
import { FIELDS } from "./effect-fields.ts";

export { Audience, Only } from "./effect-fields.ts";

const Base = z.object({
  /** Derived from the cause, so that writing it twice is one effect. */
  id: z.string().min(1).max(400),
  /** Not sent before this instant. */
  dueAt: Instant,
});

type Shapes = AllOf<ReturnType<ValueOf<typeof nouns, "effects">>>;
export type EffectKind = keyof Shapes;
type Schema<Kind extends EffectKind> = Shapes[Kind] extends infer Shape extends z.core.$ZodShape
  ? z.ZodObject<typeof Base.shape & { kind: z.ZodLiteral<Kind> } & Shape>
  : never;
type Option = { [Kind in EffectKind]: Schema<Kind> }[EffectKind];

const shapes: Shapes = Object.assign({}, ...valuesOf(nouns, "effects").map((effects) => effects(FIELDS)));
const schemas = Object.entries(shapes).map(([kind, shape]) => Base.extend({ kind: z.literal(kind), ...shape }));

/** An effect that leaves the domain. It is a row in the transaction of the fact that causes it. */
export const Effect = z.discriminatedUnion("kind", schemas as [Option, ...Option[]]);
export type Effect = z.infer<typeof Effect>;
export type EffectOf<Kind extends EffectKind> = Extract<Effect, { kind: Kind }>;

/** An effect on its way. `cursor` is where a fan-out goes on; `attempts` counts failures. */
export interface Row {
  effect: Effect;
  attempts: number;
  createdAt: string;
  cursor?: string | undefined;
  lastError?: string | undefined;
  /** What was in force when it was written; rows of the first release have none. */
  correlation?: string | undefined;
}
