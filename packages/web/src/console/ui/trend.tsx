import { useWords } from "../../shared/words.ts";
import { uiWords } from "./ui.words.ts";

const WIDTH = 120;
const HEIGHT = 32;
const EDGE = 3;

/** How a figure went over the months, as one line; what it says stands beside it in words and numbers. */
export function Trend({ values, label }: { values: readonly (number | undefined)[]; label: string }) {
  const say = useWords(uiWords);
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0) return <span className="quiet trend">{say("trend.none")}</span>;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const x = (at: number) => EDGE + (at * (WIDTH - 2 * EDGE)) / (values.length - 1);
  const y = (value: number) =>
    most === least ? HEIGHT / 2 : HEIGHT - EDGE - ((value - least) * (HEIGHT - 2 * EDGE)) / (most - least);
  const points = values.flatMap((value, at) => (value === undefined ? [] : [[x(at), y(value)] as const]));
  const [lastX, lastY] = points.at(-1) ?? [0, 0];
  return (
    <svg
      className="trend"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={label}
    >
      <polyline points={points.map((point) => point.join(",")).join(" ")} />
      <circle cx={lastX} cy={lastY} r={EDGE} />
    </svg>
  );
}
