import { wallAt } from "../../shared/wall-time.ts";

/** An instant as workbooks hold moments: the wall clock of a zone, told as if it were UTC. */
export const wallDate = (instant: string | undefined, zone: string): Date | undefined =>
  instant === undefined ? undefined : new Date(`${wallAt(instant, zone)}Z`);
