import type { Aways } from "@yigong/core/away/away.store.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { Wake } from "../ports/wake.ts";

/** What planned absences read and write. */
export interface AwayDeps {
  aways: Aways;
  members: Pick<Members, "get" | "getMany" | "withRole">;
  zone: string;
  newId: NewId;
  wake: Wake;
}
