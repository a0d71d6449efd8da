import { Skeleton } from "antd";
import { lazy, Suspense, useMemo } from "react";
import type { Year } from "../../shared/api/routes.ts";
import { useMarks } from "../../shared/marks.ts";
import { useSettings } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { pointsByMonth } from "./by-month.ts";
import { pointsWords } from "./points.words.ts";

const Chart = lazy(() => import("../ui/chart.tsx"));
const HEIGHT = 240;

/** When in the year the points came. */
export function MonthChart({ year }: { year: Year }) {
  const say = useWords(pointsWords);
  const { list } = useMarks();
  const zone = useSettings()?.zone ?? "Asia/Shanghai";
  const months = useMemo(
    () => pointsByMonth(year.entries.items, { year: year.year, zone }),
    [year.entries.items, year.year, zone],
  );
  const names = useMemo(() => months.map((_, at) => say("chart.month", { month: String(at + 1) })), [months, say]);
  const option = useMemo(() => {
    const colours = getComputedStyle(document.documentElement);
    const [quiet, line] = ["--quiet", "--line"].map((name) => colours.getPropertyValue(name).trim());
    const axisLabel = { color: quiet };
    return {
      grid: { left: 40, right: 8, top: 16, bottom: 24 },
      tooltip: {},
      xAxis: { type: "category", data: names, axisLabel },
      yAxis: { type: "value", axisLabel, splitLine: { lineStyle: { color: line } } },
      series: [{ type: "bar", data: months, color: quiet, barMaxWidth: 32 }],
    };
  }, [months, names]);
  const text = list(names.map((name, at) => `${name} ${months[at]?.toFixed(2)}`));
  return (
    <section>
      <h2>{say("chart.title", { year: String(year.year) })}</h2>
      <div className="points-chart">
        <Suspense fallback={<Skeleton.Node active style={{ width: "100%", height: HEIGHT }} />}>
          <Chart option={option} label={say("chart.label", { text })} height={HEIGHT} />
        </Suspense>
      </div>
    </section>
  );
}
