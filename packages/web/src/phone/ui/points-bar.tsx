interface Marks {
  points: string;
  floor?: string | undefined;
  above?: string | undefined;
}

/** Where the points stand between nothing and a little more than the highest line; words beside it say the same. */
export function PointsBar({ points, floor, above }: Marks) {
  const lines = [floor, above].flatMap((line) => (line === undefined ? [] : [Number(line)]));
  const most = Math.max(...lines, Number(points), 1) * 1.15;
  const at = (value: number) => `${Math.max(0, Math.min(100, (value / most) * 100))}%`;
  return (
    <div className="bar" aria-hidden="true">
      <span className="filled" style={{ width: at(Number(points)) }} />
      {lines.map((line) => (
        <span className="mark-line" key={line} style={{ left: at(line) }} />
      ))}
    </div>
  );
}
