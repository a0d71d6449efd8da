import type { Draft } from "./activity.ts";

type Audience = Draft["audience"];

const isEverybody = ({ branchIds, teamIds }: Audience): boolean => branchIds.length + teamIds.length === 0;

/** Whether everybody whom one audience is meant for is in the other. An audience without units is everybody. */
export function isWider(before: Audience, after: Audience): boolean {
  if (isEverybody(after)) return true;
  if (isEverybody(before)) return false;
  return (
    before.branchIds.every((id) => after.branchIds.includes(id)) &&
    before.teamIds.every((id) => after.teamIds.includes(id))
  );
}
