import type * as Cover from "@yigong/core/cover/cover.ts";
import type { NeedKey } from "../cover/change-need.ts";
import type { CoverDeps } from "../cover/cover-stores.ts";
import { declineCover } from "../cover/decline-cover.ts";

/** The one way by which "I cannot come" ends an offer to cover, or a cover that nobody confirmed. @throws see `declineCover` */
export const giveCoverBack = (
  deps: CoverDeps,
  key: NeedKey,
  answer: { memberId: string; at: string; reason?: string | undefined },
): Promise<Cover.Info> => declineCover(deps, key, answer);
