import { editRefusal } from "./edit.refusals.ts";

/** Demands that something is at the version that its editor read; without one, whatever it is. @throws `edit.changed` */
export function requireVersion({ version }: { version: number }, read: number | undefined): void {
  if (read !== undefined && read !== version) throw editRefusal("edit.changed");
}
