import type { Certificates } from "@yigong/core/certificate/certificate.store.ts";
import { type Award, type Claim, heldFor, type Issued, issue } from "@yigong/core/certificate/certificate.ts";
import { codeOf, type Seal } from "@yigong/core/certificate/code.ts";
import { text } from "@yigong/core/language/index.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { chunksOf } from "@yigong/core/lib/parallel.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { SettingsRow } from "@yigong/core/organization/settings.store.ts";
import type { Documents } from "../ports/documents.ts";

export interface IssueDeps {
  certificates: Pick<Certificates, "draw">;
  members: Pick<Members, "getMany">;
  settings: Pick<SettingsRow, "get">;
  seal: Seal;
  documents: Pick<Documents, "unprintableIn">;
}

/** Who gets which honour from a run; `honour` is printed as it is. */
export interface Conferral {
  runId: string;
  /** The year of the honour, whose series the numbers belong to. */
  year: number;
  holders: readonly { memberId: string; honour: string }[];
  /** ISO-8601 UTC; its local day is the date on the certificates. */
  at: string;
}

/** A transaction takes a hundred writes. */
const AT_ONCE = 100;

/**
 * Issues the certificates of an award run and hands back their numbers in the order of the holders.
 *
 * Safe to run twice, at once or years later: run and member make the code, and a code that is in the year's series gets
 * no second certificate. Up to a hundred are issued together or not at all.
 * @throws `certificate.unprintable` when a name has a character that no font of ours has, `member.missing`,
 * `store.busy`
 */
export const issueCertificates =
  (deps: IssueDeps) =>
  async (conferral: Conferral): Promise<{ numbers: string[] }> => {
    const award = await awardOf(deps, conferral);
    const numbers: string[] = [];
    for (const holders of chunksOf(conferral.holders, AT_ONCE)) {
      const claims = await claimsOf(deps, conferral.runId, holders);
      const series = await deps.certificates.draw(conferral.year, (held) =>
        printed(deps.documents, issue(held, claims, award)),
      );
      numbers.push(...claims.flatMap((claim) => heldFor(series, claim)?.number ?? []));
    }
    return { numbers };
  };

async function awardOf({ settings }: IssueDeps, { runId, year, at }: Conferral): Promise<Award> {
  const { name: alliance, zone } = await settings.get();
  return { runId, year, alliance, committee: text("zh-CN", "certificate.committee"), at, today: dayOf(at, zone) };
}

async function claimsOf({ members, seal }: IssueDeps, runId: string, holders: Conferral["holders"]): Promise<Claim[]> {
  const found = await members.getMany([...new Set(holders.map(({ memberId }) => memberId))]);
  const names = new Map(found.map(({ id, name }) => [id as string, name]));
  return holders.map(({ memberId, honour }) => ({
    memberId,
    honour,
    name: names.get(memberId),
    code: codeOf(seal, { runId, memberId }),
  }));
}

/** Hands certificates on when each of their texts can be printed, and names every one that cannot. */
function printed({ unprintableIn }: IssueDeps["documents"], certificates: Issued[]): Issued[] {
  const faults = certificates.flatMap(({ holder, honour, alliance, committee }) => {
    const texts = [holder.kind === "named" ? holder.name : "", honour, alliance, committee];
    return texts.flatMap((words) => {
      const missing = unprintableIn(words);
      return missing.length > 0 ? [`“${words}” (${missing.map(named).join(", ")})`] : [];
    });
  });
  if (faults.length === 0) return certificates;
  const what = [...new Set(faults)].join("; ");
  throw new Refusal(
    "conflict",
    "certificate.unprintable",
    `No font can print ${what}. Write it with other characters in the roster or the settings, then issue again.`,
  );
}

const named = (character: string): string =>
  `${character} U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
