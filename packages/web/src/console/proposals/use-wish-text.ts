import type { Proposal } from "../../shared/api/routes.ts";
import { useMarks } from "../../shared/marks.ts";
import { useWords } from "../../shared/words.ts";
import { useUnits } from "../ui/use-units.ts";
import { proposalPageWords } from "./proposals.words.ts";

const FEN = 100;

/** Money in yuan, with two decimals only where there are fen. */
export const yuanOf = (fen: number): string => (fen % FEN === 0 ? String(fen / FEN) : (fen / FEN).toFixed(2));
export const fenOf = (yuan: number): number => Math.round(yuan * FEN);

/** What is wished for, in words. */
export function useWishText() {
  const say = useWords(proposalPageWords);
  const { list } = useMarks();
  const { nameOf } = useUnits();
  return ({ guidance, moneyFen, volunteers }: Proposal["wishes"]): string[] => [
    ...(guidance ? [say("wish.guidance")] : []),
    ...(moneyFen ? [say("wish.money", { yuan: yuanOf(moneyFen) })] : []),
    ...(volunteers
      ? [
          say("wish.volunteers", {
            teams: list(volunteers.teamIds.map(nameOf)),
            count: String(volunteers.headCount),
          }),
        ]
      : []),
  ];
}
