import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { Info as Place } from "@yigong/core/participation/participation.ts";
import { tell } from "../lifecycle/lifecycle-effects.ts";
import { wordsOf } from "../participation/participation-effects.ts";
import type { Change } from "./change-effects.ts";

/** Who falls back to the waiting list, and among whom. */
export interface Fallen {
  /** Everybody of the position, in their order. */
  rows: readonly Place[];
  fallen: readonly Place[];
  /** Places were given out, so the organizer named them and they are first in line. */
  settled: boolean;
  reason: string;
  position: { id: string; from: number };
}

/** Each who falls back is told at which place they wait. */
export function fallenTold(
  { before, after, at }: Change,
  { rows, fallen, settled, reason, position }: Fallen,
): Effect[] {
  const { title: _, ...words } = wordsOf(after, position.id);
  const isWaiting = ({ state }: Place) => state === "waiting";
  const ahead = (place: Place) => {
    const others = settled ? fallen : [...fallen, ...rows.filter(isWaiting)];
    return others.indexOf(place) + 1;
  };
  return fallen.map((place) =>
    tell(
      {
        activity: after,
        template: settled ? "participation.displaced" : "participation.fallenBack",
        to: { kind: "members", memberIds: [place.memberId] },
        dueAt: at,
        cause: `${before.version + 1}.${position.id}.${place.memberId}`,
      },
      { ...words, from: String(position.from), number: String(ahead(place)), reason },
    ),
  );
}
