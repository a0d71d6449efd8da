import type { Members } from "@yigong/core/member/member.store.ts";
import { isTrainerOn } from "@yigong/core/member/trainer-term.ts";
import { type Listed, type Offender, offendersOn, type Period, trainersIn } from "@yigong/core/trainer/trainer-list.ts";

/** The trainers of a period, with how many they are and how many of them party members. */
export interface TrainersOf {
  items: Listed[];
  trainers: number;
  party: number;
}

/** Counts the trainers of a period from the appointments alone. @source docs/domain.md T2 */
export const listTrainers =
  ({ members }: { members: Pick<Members, "all"> }) =>
  async (period: Period): Promise<TrainersOf> => {
    const items = trainersIn(await members.all(), period);
    return { items, trainers: items.length, party: items.filter(({ isParty }) => isParty).length };
  };

/** Whose appointment has to be ended. */
export const listOffenders =
  ({ members }: { members: Pick<Members, "all"> }) =>
  async (day: string): Promise<Offender[]> =>
    offendersOn(await members.all(), day);

/** Says whether somebody is a trainer on a local day; whoever is on no roster is none. */
export const isTrainer =
  ({ members }: { members: Pick<Members, "getMany"> }) =>
  async (memberId: string, day: string): Promise<boolean> => {
    const [member] = await members.getMany([memberId]);
    return member !== undefined && isTrainerOn(member, day);
  };
