import type { PageRequest } from "@yigong/core/lib/page.ts";
import type { Nomination } from "@yigong/core/nomination/index.ts";
import type { Nominations } from "@yigong/core/nomination/nomination.store.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";

interface ListDeps {
  nominations: Pick<Nominations, "list" | "all">;
  units: Pick<Units, "all">;
}

interface Reader {
  memberId: string;
  /** They read every offer; otherwise those of their own department as its head, and those whose candidate they are. */
  isWhole: boolean;
}

interface Listed {
  items: Nomination.Info[];
  /** Heads by department. */
  heads: Map<string, string | undefined>;
  cursor?: string | undefined;
}

/** Offers for a reader, the newest first. Who reads a few gets all of them at once. */
export const listNominations =
  ({ nominations, units }: ListDeps) =>
  async (page: PageRequest, { memberId, isWhole }: Reader): Promise<Listed> => {
    const departments = await units.all("department");
    const heads = new Map(
      departments.map((unit) => [unit.id as string, unit.kind === "department" ? unit.headId : undefined]),
    );
    if (isWhole) return { ...(await nominations.list(page)), heads };
    const concerns = ({ departmentId, candidates }: Nomination.Info) =>
      heads.get(departmentId) === memberId || candidates.some((one) => one.memberId === memberId);
    return { items: (await nominations.all()).filter(concerns).toReversed(), heads };
  };
