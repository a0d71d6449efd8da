import type { Coverer, Interval, Need } from "./fitness.ts";

/** A need on one afternoon that tests change where it matters. */
export function need(needId: string, change: Partial<Need> = {}): Need {
  return {
    needId,
    post: "counter",
    coverableBy: ["hotline"],
    department: "sales",
    branchId: "north",
    from: "2026-03-07T05:00:00.000Z",
    to: "2026-03-07T09:00:00.000Z",
    declinedBy: [],
    ...change,
  };
}

/** A coverer of the same post and department, free all day, who has not covered this year. */
export function coverer(memberId: string, change: Partial<Coverer> = {}): Coverer {
  return {
    memberId,
    post: "counter",
    department: "sales",
    branchId: "north",
    coversThisYear: 0,
    busy: [],
    ...change,
  };
}

/** How a crowd is made: six common shifts a day, everybody's own hours, or needs that all start together and end one
 * after the other with coverers who become busy one after the other. */
export interface Crowd {
  readonly needs: number;
  readonly coverers: number;
  readonly posts: number;
  readonly hours: "shifts" | "own" | "nested";
}

/** A made-up activity's needs and coverers, the same for the same arguments. */
export function crowd(shape: Crowd): { needs: Need[]; coverers: Coverer[] } {
  const draw = drawer(shape.posts * 1000 + shape.coverers);
  const post = (index: number) => `post${index % shape.posts}`;
  const common = shape.hours === "shifts";
  const place = () => {
    const department = draw(common ? 8 : 40);
    return { department: `department${department}`, branchId: `branch${department % 20}` };
  };
  const needs = Array.from({ length: shape.needs }, (_, index) => {
    const own = draw(shape.posts);
    const hours = shape.hours === "nested" ? span(0, index + 1) : someHours(draw, common);
    return need(`need${index}`, { post: post(own), coverableBy: [post(own + 1)], ...place(), ...hours });
  });
  const coverers = Array.from({ length: shape.coverers }, (_, index) => {
    const hours = shape.hours === "nested" ? span(shape.coverers - index, 3000) : someHours(draw, common);
    const busy = shape.hours === "nested" || draw(3) > 0 ? [hours] : [];
    const coversThisYear = common ? draw(5) : index % 400;
    return coverer(`member${index}`, { post: post(draw(shape.posts)), ...place(), coversThisYear, busy });
  });
  return { needs, coverers };
}

function someHours(draw: (below: number) => number, common: boolean): Interval {
  const start = common ? draw(6) * 240 : draw(1200);
  return span(start, start + (common ? 240 : 60 + draw(420)));
}

function span(fromMinute: number, toMinute: number): Interval {
  const instant = (minute: number) => new Date(Date.UTC(2026, 2, 7) + minute * 60_000).toISOString();
  return { from: instant(fromMinute), to: instant(toMinute) };
}

/** A repeatable source of natural numbers below a bound (mulberry32). */
function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
