import type { Certificates } from "@yigong/core/certificate/certificate.store.ts";
import { type Award, type Claim, heldFor, issue } from "@yigong/core/certificate/certificate.ts";
import { codeOf, type Seal } from "@yigong/core/certificate/code.ts";
import { text } from "@yigong/core/language/index.ts";
import { chunksOf } from "@yigong/core/lib/parallel.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { SettingsRow } from "@yigong/core/organization/settings.store.ts";
import type { Documents } from "../ports/documents.ts";
import type { Unprintable } from "./find-unprintable-names.ts";

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

/** What came of it: numbers in the order of the holders, without those who are held back. */
export interface Conferred {
  numbers: string[];
  heldBack: Unprintable[];
}

/** A transaction takes a hundred writes. */
const AT_ONCE = 100;

/**
 * Issues the certificates of an award run and hands back their numbers in the order of the holders.
 *
 * Safe to run twice, at once or years later: run and member make the code, and a code that is in the year's series gets
 * no second certificate. Who cannot be printed is held back, and gets one when this is run after the roster was corrected.
 * @throws `member.missing`, `store.busy`
 */
export const issueCertificates =
  (deps: IssueDeps) =>
  async (conferral: Conferral): Promise<Conferred> => {
    const award = await awardOf(deps, conferral);
    const numbers: string[] = [];
    const heldBack: Unprintable[] = [];
    for (const holders of chunksOf(conferral.holders, AT_ONCE)) {
      const claims = await claimsOf(deps, conferral.runId, holders);
      const unprintable = unprintableOf(deps, claims, award);
      const without = new Set(unprintable.map(({ memberId }) => memberId));
      const printable = claims.filter(({ memberId }) => !without.has(memberId));
      const series = await deps.certificates.draw(conferral.year, (held) => issue(held, printable, award));
      const numberOf = new Map(claims.map((claim) => [claim.memberId, heldFor(series, claim)?.number]));
      numbers.push(...[...numberOf.values()].flatMap((number) => number ?? []));
      heldBack.push(...unprintable.filter(({ memberId }) => numberOf.get(memberId) === undefined));
    }
    return { numbers, heldBack };
  };

async function awardOf({ settings }: IssueDeps, { runId, year, at }: Conferral): Promise<Award> {
  const { name: alliance, committee = text("zh-CN", "certificate.committee"), zone } = await settings.get();
  return { runId, year, alliance, committee, at, today: dayOf(at, zone) };
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

/** Those who cannot have a certificate now: somebody's name, the honour or the letterhead has a character no font has. */
function unprintableOf(deps: IssueDeps, claims: readonly Claim[], { alliance, committee }: Award): Unprintable[] {
  return claims.flatMap(({ memberId, name = "", honour }) => {
    const characters = new Set([name, honour, alliance, committee].flatMap(deps.documents.unprintableIn));
    return characters.size === 0 ? [] : [{ memberId, name, characters: [...characters] }];
  });
}
