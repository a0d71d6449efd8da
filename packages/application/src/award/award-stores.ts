import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { Awards } from "@yigong/core/award/award.store.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { Ledger } from "@yigong/core/points/points.store.ts";
import type { RuleSet } from "@yigong/core/points/rules.ts";
import type { Wake } from "../ports/wake.ts";

/** Who gets a certificate from a run; the same run and member get one certificate, however often it is asked for. */
export interface Conferral {
  runId: string;
  year: number;
  holders: readonly { memberId: string; honour: string }[];
  at: string;
}

/** Somebody whose certificate waits for a name that can be printed; `characters` are those that no font has. */
export interface HeldBack {
  memberId: string;
  name: string;
  characters: readonly string[];
}

/** Certificates of the five. */
export interface Certifying {
  /** @returns the numbers in the order of the holders, without those whose names cannot be printed */
  issue(conferral: Conferral): Promise<{ numbers: string[]; heldBack: readonly HeldBack[] }>;
  /** Ends what people hold of a year's honour who are not among the holders any more. Safe to run twice. */
  revokeOthers(conferral: Conferral & { reason: string }): Promise<void>;
}

/** What the annual run is made of. */
export interface AwardDeps {
  awards: Awards;
  activities: Pick<Activities, "startingBetween">;
  lifecycles: Pick<Lifecycles, "getMany">;
  members: Pick<Members, "all" | "getMany" | "withRole">;
  ledger: Pick<Ledger, "accountsOf" | "chainOf" | "entriesOf">;
  /** Every rule set there is, in the order of their versions. */
  ruleSets: () => Promise<readonly RuleSet[]>;
  certificates: Certifying;
  /** Members whose names no certificate can print. */
  unprintableNames: (memberIds: readonly string[]) => Promise<readonly HeldBack[]>;
  outbox: Pick<OutboxRows, "add">;
  /** Changes with the state machine's definition. */
  awardDefinition: string;
  newId: NewId;
  zone: string;
  wake: Wake;
}
