import { useSettings } from "../../shared/use-when.ts";
import { wallDate } from "./wall-date.ts";

/** For workbooks: tells instants as the alliance's wall clock shows them. */
export function useWall() {
  const zone = useSettings()?.zone ?? "Asia/Shanghai";
  return (instant: string | undefined): Date | undefined => wallDate(instant, zone);
}
