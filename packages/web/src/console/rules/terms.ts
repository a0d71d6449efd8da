import type { Terms } from "./rules.routes.ts";

/** The numbers of a rule set, in the order in which they are read. */
export const FIELDS = [
  "attendancePoints",
  "halfDayPoints",
  "excellent",
  "good",
  "fair",
  "poor",
  "coverPoints",
  "trainingPoints",
  "floorPoints",
  "partyMember",
  "others",
] as const;
export type Field = (typeof FIELDS)[number];
export type Numbers = Record<Field, number>;

/** A rule set's numbers side by side, in 0.01 points. */
export const numbersOf = ({ gradePoints, preferencePoints, ...terms }: Terms): Numbers => ({
  ...terms,
  ...gradePoints,
  ...preferencePoints,
});

/** The same as the API takes it. @param numbers - in 0.01 points */
export function termsOf(numbers: Numbers, effectiveFrom: string): Terms {
  const { excellent, good, fair, poor, partyMember, others, ...plain } = numbers;
  const { attendancePoints, halfDayPoints, coverPoints, trainingPoints, floorPoints } = plain;
  return {
    effectiveFrom,
    attendancePoints,
    halfDayPoints,
    coverPoints,
    trainingPoints,
    floorPoints,
    gradePoints: { excellent, good, fair, poor },
    preferencePoints: { partyMember, others },
  };
}

/** What a draft changes. */
export const changedFields = (before: Terms, after: Terms): Field[] => {
  const [was, is] = [numbersOf(before), numbersOf(after)];
  return FIELDS.filter((field) => was[field] !== is[field]);
};
