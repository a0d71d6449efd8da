import { useWords } from "../../shared/words.ts";
import { knownIn, type People } from "./people.ts";
import { Person } from "./person.tsx";
import { uiWords } from "./ui.words.ts";

/** Somebody whom an answer names by id: by name and employee number, the system as such. */
export function Who({ id, people }: { id: string; people: People }) {
  const say = useWords(uiWords);
  if (id === "system") return <span>{say("person.system")}</span>;
  return <Person {...(knownIn(people)(id) ?? { memberId: id, name: say("person.gone") })} />;
}
