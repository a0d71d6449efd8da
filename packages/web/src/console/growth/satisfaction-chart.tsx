import { Skeleton } from "antd";
import { lazy, Suspense, useMemo } from "react";
import type { Satisfaction } from "../../shared/growth/growth.routes.ts";
import { useMarks } from "../../shared/marks.ts";
import { useWords } from "../../shared/words.ts";
import "./growth.css";
import { satisfactionWords } from "./satisfaction.words.ts";

const Chart = lazy(() => import("../ui/chart.tsx"));
const HEIGHT = 240;

/** The index by year, a gap where nothing is known. */
export function SatisfactionChart({ years }: { years: Satisfaction["years"] }) {
  const say = useWords(satisfactionWords);
  const { list } = useMarks();
  const known = useMemo(() => new Map(years.map(({ year, index }) => [year, Number(index)])), [years]);
  const all = useMemo(() => {
    const numbers = [...known.keys()];
    const first = Math.min(...numbers);
    return Array.from({ length: Math.max(...numbers) - first + 1 }, (_, at) => first + at);
  }, [known]);
  const option = useMemo(() => {
    const colours = getComputedStyle(document.documentElement);
    const [quiet, line] = ["--quiet", "--line"].map((name) => colours.getPropertyValue(name).trim());
    const axisLabel = { color: quiet };
    return {
      grid: { left: 40, right: 16, top: 24, bottom: 24 },
      tooltip: {},
      xAxis: { type: "category", data: all.map(String), axisLabel },
      yAxis: { type: "value", scale: true, max: 100, axisLabel, splitLine: { lineStyle: { color: line } } },
      series: [
        {
          type: "line",
          data: all.map((year) => known.get(year) ?? null),
          color: quiet,
          label: { show: all.length <= 15, position: "top", color: quiet },
        },
      ],
    };
  }, [all, known]);
  const text = list(years.toReversed().map(({ year, index }) => `${year} ${index}`));
  return (
    <section>
      <h2>{say("chart")}</h2>
      <div className="growth-chart">
        <Suspense fallback={<Skeleton.Node active style={{ width: "100%", height: HEIGHT }} />}>
          <Chart option={option} label={say("chart.label", { text })} height={HEIGHT} />
        </Suspense>
      </div>
    </section>
  );
}
