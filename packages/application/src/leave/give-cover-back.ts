import type * as Cover from "@yigong/core/cover/cover.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import type { NeedKey } from "../cover/change-need.ts";
import type { CoverDeps } from "../cover/cover-stores.ts";
import { declineCover } from "../cover/decline-cover.ts";
import { dropOut } from "../cover/drop-out.ts";

interface GivenBack {
  memberId: string;
  at: string;
  /** The coverer, or whoever writes it down for them. */
  by: By;
  means: "declineCover" | "giveCoverBack" | "dropOut";
  reason?: string | undefined;
}

/** The one way by which "I cannot come" ends an offer to cover or a cover. @throws see `declineCover`, `dropOut` */
export const giveCoverBack = (
  deps: CoverDeps,
  key: NeedKey,
  { memberId, at, by, means, reason }: GivenBack,
): Promise<Cover.Info> =>
  means === "dropOut"
    ? dropOut(deps, key, { memberId, at, by, reason: reason ?? "" })
    : declineCover(deps, key, { memberId, at, reason });
