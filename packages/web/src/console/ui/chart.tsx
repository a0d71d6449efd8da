import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer]);

interface Props {
  option: EChartsCoreOption;
  /** What the chart says, for whom it is not seen. */
  label: string;
  height?: number;
}

/** A chart with axes; fetched only where one is shown: `lazy(() => import("./chart.tsx"))`. */
export default function Chart({ option, label, height = 280 }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return undefined;
    const chart = init(place.current, undefined, { renderer: "svg" });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(place.current);
    chart.setOption({ animation: false, aria: { enabled: true }, ...option });
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [option]);
  return <div ref={place} style={{ height }} role="img" aria-label={label} />;
}
