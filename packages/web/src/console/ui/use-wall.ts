import { useSettings } from "../../shared/use-when.ts";
import { wallAt } from "./instant-field.tsx";

/** For workbooks: what the alliance's wall clock shows at an instant, as a date that holds it as if it were UTC. */
export function useWall() {
  const zone = useSettings()?.zone ?? "Asia/Shanghai";
  return (instant: string | undefined): Date | undefined =>
    instant === undefined ? undefined : new Date(`${wallAt(instant, zone)}:00.000Z`);
}
