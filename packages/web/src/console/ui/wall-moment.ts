import { wallAt } from "./instant-field.tsx";

/** An instant as a workbook has it: what the alliance's wall clock shows, written as UTC. */
export const wallMoment = (instant: string | undefined, zone: string): Date | undefined =>
  instant === undefined ? undefined : new Date(`${wallAt(instant, zone)}:00.000Z`);
