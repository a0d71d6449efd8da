import { useReading } from "./api/use-reading.ts";
import { deputyWords } from "./deputy.words.ts";
import { useMarks } from "./marks.ts";
import { useMe } from "./use-me.ts";
import { useWhen } from "./use-when.ts";
import { useDomainWords, useWords } from "./words.ts";

/** For whom the reader acts now, in words; undefined when for nobody. */
export function useActing(): string | undefined {
  const say = useWords(deputyWords);
  const word = useDomainWords();
  const when = useWhen();
  const { within, list } = useMarks();
  // The own row says whether it is worth asking.
  const acts = useMe()?.roles.some(({ deputyFor }) => deputyFor !== undefined) ?? false;
  const { data } = useReading("GET /me/deputies", {}, { enabled: acts });
  if (!acts || !data || data.actingFor.length === 0) return undefined;
  const roles = data.actingFor.map(({ name, role, unit, until }) => {
    const held = unit ? within(word(`role.${role}`), unit) : word(`role.${role}`);
    return until
      ? say("acting.one", { name, role: held, until: when.day(until) })
      : say("acting.open", { name, role: held });
  });
  return say("acting", { roles: list(roles) });
}
