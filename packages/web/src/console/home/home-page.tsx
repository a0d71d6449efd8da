import { useReading } from "../../shared/api/use-reading.ts";
import { useWords } from "../../shared/words.ts";
import { layoutWords } from "../layout/layout.words.ts";
import { Page } from "../ui/page.tsx";
import { Loaded } from "../ui/trouble.tsx";

export function HomePage() {
  const say = useWords(layoutWords);
  const todo = useReading("GET /me/todo");
  return (
    <Page title={say("page.home")}>
      <Loaded of={todo}>{({ items }) => items.map((item) => <p key={item.key}>{item.title}</p>)}</Loaded>
    </Page>
  );
}
