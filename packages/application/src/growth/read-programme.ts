import type { Programmes } from "@yigong/core/growth/growth.store.ts";
import { Programme, Rating } from "@yigong/core/growth/index.ts";
import type { Members } from "@yigong/core/member/member.store.ts";

export interface OwnProgrammeDeps {
  programmes: Pick<Programmes, "ratings">;
  members: Pick<Members, "getMany">;
  zone: string;
}

export interface BothLevels {
  before?: Rating.Levels;
  after?: Rating.Levels;
}

/** What is asked of somebody in a programme now, and what was said of them, or by them as a trainer. */
export interface OwnProgramme {
  phase?: Rating.Phase;
  phaseUntil?: string;
  own?: { self: BothLevels; trainer: BothLevels };
  people?: { memberId: string; name: string; trainer: BothLevels }[];
}

const bothOf = (rated: readonly Rating.Info[], memberId: string, rater: Rating.Rater): BothLevels => {
  const of = (phase: Rating.Phase) =>
    rated.find((one) => one.memberId === memberId && one.rater === rater && one.phase === phase);
  const [before, after] = [of("before"), of("after")];
  return { ...(before && { before: Rating.levelsOf(before) }), ...(after && { after: Rating.levelsOf(after) }) };
};

/** Which of the two times is asked now. */
export function phaseAt(
  programme: Programme.Info,
  at: string,
  zone: string,
): Pick<OwnProgramme, "phase" | "phaseUntil"> {
  const windows = Programme.windowsOf(programme, zone);
  if (at < Programme.beforeUntil(windows)) return { phase: "before", phaseUntil: Programme.beforeUntil(windows) };
  if (at >= windows.after.from && at < windows.after.until) return { phase: "after", phaseUntil: windows.after.until };
  return {};
}

/** Reads a programme as somebody sees it who takes part or trains. */
export const readOwnProgramme =
  ({ programmes, members, zone }: OwnProgrammeDeps) =>
  async (programme: Programme.Info, { memberId, at }: { memberId: string; at: string }): Promise<OwnProgramme> => {
    const rated = await programmes.ratings(programme.id);
    const own = { self: bothOf(rated, memberId, "self"), trainer: bothOf(rated, memberId, "trainer") };
    const isTrainer = programme.trainerIds.includes(memberId);
    const found = isTrainer ? await members.getMany(programme.memberIds) : [];
    const people = found.map(({ id, name }) => ({
      memberId: id as string,
      name,
      trainer: bothOf(rated, id, "trainer"),
    }));
    return {
      ...phaseAt(programme, at, zone),
      ...(programme.memberIds.includes(memberId) && { own }),
      ...(isTrainer && { people }),
    };
  };
