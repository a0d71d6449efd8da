import type { Need } from "../../shared/api/routes.ts";
import { useMe } from "../../shared/use-me.ts";

/** Whether the reader confirms covers of this post: its head, or the alliance. */
export function useConfirms({ headId }: Need): boolean {
  const me = useMe();
  return (headId !== undefined && headId === me?.id) || (me?.roles.some(({ role }) => role === "alliance") ?? false);
}
