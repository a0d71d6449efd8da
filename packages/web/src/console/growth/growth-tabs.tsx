import { Segmented } from "antd";
import { useWords } from "../../shared/words.ts";
import { useGo } from "../ui/link.tsx";
import { growthWords } from "./growth.words.ts";

const PLACES = { programmes: "/programmes", satisfaction: "/satisfaction" } as const;
type Place = keyof typeof PLACES;

/** Growth by programme, and how satisfied employees are: two pages under one place of the menu. */
export function GrowthTabs({ at }: { at: Place }) {
  const say = useWords(growthWords);
  const go = useGo();
  return (
    <Segmented<Place>
      value={at}
      onChange={(to) => go(PLACES[to])}
      options={(Object.keys(PLACES) as Place[]).map((value) => ({ value, label: say(value) }))}
    />
  );
}
