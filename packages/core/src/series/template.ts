import * as z from "zod";
import { requireVersion } from "../lib/edit.ts";
import { idOf } from "../lib/id.ts";
import { plainText } from "../lib/plain-text.ts";
import { Instant } from "../lib/time.ts";
import { Content, Sessions } from "./writing.ts";

export const Id = idOf("tpl");
export type Id = z.infer<typeof Id>;

/** An activity without its dates, by a name: what others begin with. */
export const Writing = z.object({ name: plainText(1, 80), content: Content, sessions: Sessions });
export type Writing = z.infer<typeof Writing>;

export const Info = Writing.extend({
  id: Id,
  ownerId: z.string(),
  createdAt: Instant,
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;

export const Patch = Writing.partial();
export type Patch = z.infer<typeof Patch>;

/** Changes a template; activities that began with it stay. @throws `edit.changed` */
export function revise(template: Info, patch: Patch, { version }: { version: number }): Info {
  requireVersion(template, version);
  const said = Object.entries(patch).filter(([, value]) => value !== undefined);
  return { ...template, ...Object.fromEntries(said) };
}
