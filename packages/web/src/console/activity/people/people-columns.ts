import type { Activity, Person } from "../../../shared/api/routes.ts";
import type { useDomainWords } from "../../../shared/words.ts";

type Place = Person["places"][number];

/** What the table of people says of somebody, as text: on the page, in the workbook and on the sheet. */
export function people({ sessions }: Pick<Activity, "sessions">, word: ReturnType<typeof useDomainWords>) {
  const positionOf = ({ sessionId, positionId }: Pick<Place, "sessionId" | "positionId">): string => {
    const at = sessions.findIndex(({ id }) => id === sessionId);
    const name = sessions[at]?.positions.find(({ id }) => id === positionId)?.name ?? "";
    return sessions.length > 1 ? `${at + 1} · ${name}` : name;
  };
  const placeWord = (state: Place["state"]): string =>
    state === "released" ? word("participation.duty.released") : word(`participation.place.${state}`);
  return {
    positionOf,
    placeWord,
    duty: ({ dutyState }: Person): string | undefined =>
      dutyState ? word(`participation.duty.${dutyState}`) : undefined,
    places: ({ places }: Person): string =>
      places.map((place) => `${placeWord(place.state)} ${positionOf(place)}`).join("\n"),
  };
}
