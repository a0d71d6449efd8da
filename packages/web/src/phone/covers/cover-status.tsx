import type { Cover } from "../../shared/api/routes.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Chip } from "../ui/parts.tsx";
import { coverPageWords } from "./covers.words.ts";

const TONES = { offered: "soon", accepted: "soon", confirmed: "good" } as const;

export function CoverStatus({ status }: Pick<Cover, "status">) {
  const word = useDomainWords();
  const say = useWords(coverPageWords);
  if (status === "void") return null;
  const text = status === "offered" ? say("yourAnswer") : word(`cover.status.${status}`);
  return <Chip tone={TONES[status as keyof typeof TONES] ?? "plain"}>{text}</Chip>;
}
