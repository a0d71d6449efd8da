import { Button } from "antd";
import { useMe } from "../../shared/use-me.ts";
import { useWords } from "../../shared/words.ts";
import { useGo } from "../ui/link.tsx";
import { originsFor } from "./origins.ts";
import { startWords } from "./start.words.ts";

/** Leads to a new activity; who can only propose one is told so, and who can do neither sees no button. */
export function StartButton({ primary = true }: { primary?: boolean }) {
  const say = useWords(startWords);
  const me = useMe();
  const go = useGo();
  const [first] = me ? originsFor(me) : [];
  if (!first) return null;
  return (
    <Button type={primary ? "primary" : "default"} onClick={() => go("/activities/new")}>
      {say(first === "alliance" ? "start" : "propose")}
    </Button>
  );
}
