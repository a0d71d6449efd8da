import type {} from "../../shared/campaigns/campaigns.routes.ts";
import { useAll } from "../ui/use-all.ts";

/** Campaigns to choose from, those that are over left out with `from`, a local day. */
export function useCampaignOptions({ from = "", enabled = true }: { from?: string; enabled?: boolean } = {}) {
  const all = useAll("GET /campaigns", {}, { live: false, enabled }).data ?? [];
  return all.filter(({ to }) => to >= from).map(({ id, name }) => ({ value: id as string, label: name }));
}
