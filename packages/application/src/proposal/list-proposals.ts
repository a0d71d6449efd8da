import type { Page, PageRequest } from "@yigong/core/lib/page.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { storeRefusal } from "@yigong/core/lib/store.refusals.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { Proposals } from "@yigong/core/proposal/proposal.store.ts";
import type * as Proposal from "@yigong/core/proposal/proposal.ts";
import { sorting } from "../search/page-of-list.ts";
import type { Books, ListedActivity } from "../search/search-books.ts";

export interface ListProposalsDeps {
  proposals: Pick<Proposals, "getMany">;
  members: Pick<Members, "getMany">;
  books: Pick<Books, "activities">;
}

/** A proposal with what its list shows beside it. */
export interface ListedProposal {
  proposal: Proposal.Info;
  title: string;
  startsAt: string;
  proposer: { name: string; employeeNumber: string };
}

const WAITING: readonly Proposal.Info["state"][] = ["submitted", "returned"];
const PART = 100;
const newestFirst = sorting<ListedActivity>();

/**
 * Proposals, those of the latest activities first. A filtered page may be shorter than asked for.
 *
 * They have no index of their own: the book tells which activities have one, and which wait for a decision.
 * @param maySee - whether the reader may see the proposal of an activity
 * @throws `page.bad_cursor`
 */
export async function listProposals(
  deps: ListProposalsDeps,
  { state, maySee }: { state?: Proposal.Info["state"] | undefined; maySee: (activity: ListedActivity) => boolean },
  { limit, cursor }: PageRequest,
): Promise<Page<ListedProposal>> {
  const all = newestFirst(
    await deps.books.activities(),
    "newest",
    (one) => String(9e15 - Date.parse(one.startsAt)) + one.id,
  );
  const begin = cursor === undefined ? 0 : all.findIndex(({ id }) => id === cursor) + 1;
  if (cursor !== undefined && begin === 0) throw storeRefusal("page.bad_cursor");
  const isWaiting = state !== undefined && WAITING.includes(state);
  const candidates = all
    .slice(begin)
    .filter((one) => one.origin !== "alliance" && (!isWaiting || one.status === "proposing") && maySee(one));
  const found: Proposal.Info[] = [];
  for (let from = 0; from < candidates.length; from += PART) {
    const part = candidates.slice(from, from + PART);
    const proposals = new Map(
      (await deps.proposals.getMany(part.map(({ id }) => id))).map((one) => [one.activityId, one]),
    );
    for (const { id } of part) {
      const proposal = proposals.get(id);
      if (!proposal || (state && proposal.state !== state)) continue;
      if (found.length === limit) return { items: await shown(deps, found), cursor: found.at(-1)?.activityId };
      found.push(proposal);
    }
  }
  return { items: await shown(deps, found) };
}

async function shown(deps: ListProposalsDeps, proposals: readonly Proposal.Info[]): Promise<ListedProposal[]> {
  const [members, book] = await Promise.all([
    deps.members.getMany([...new Set(proposals.map(({ proposerId }) => proposerId))], recent),
    deps.books.activities(),
  ]);
  const people = new Map(members.map((member) => [member.id as string, member]));
  return proposals.map((proposal) => {
    const { title = "", startsAt = "" } = book.get(proposal.activityId) ?? {};
    const { name = proposal.proposerId, employeeNumber = "" } = people.get(proposal.proposerId) ?? {};
    return { proposal, title, startsAt, proposer: { name, employeeNumber } };
  });
}
