import type { ReactNode } from "react";

const RADIUS = 52;
const ROUND = 2 * Math.PI * RADIUS;

/** A part of a whole as a ring; what it says is its label. */
export function Ring({
  part,
  whole,
  label,
  children,
}: {
  part: number;
  whole: number;
  label: string;
  children: ReactNode;
}) {
  const share = whole === 0 ? 0 : Math.min(1, part / whole);
  return (
    <svg className="ring" viewBox="0 0 120 120" role="img" aria-label={label}>
      <circle className="ring-whole" cx="60" cy="60" r={RADIUS} />
      <circle
        className="ring-part"
        cx="60"
        cy="60"
        r={RADIUS}
        strokeDasharray={`${share * ROUND} ${ROUND}`}
        transform="rotate(-90 60 60)"
      />
      <text x="60" y="60" textAnchor="middle" dominantBaseline="central">
        {children}
      </text>
    </svg>
  );
}
