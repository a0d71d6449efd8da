import "./home.css";
import { useWords } from "../../shared/words.ts";
import { StartButton } from "../activities/start-button.tsx";
import { Page } from "../ui/page.tsx";
import { Figures } from "./figures.tsx";
import { homeWords } from "./home.words.ts";
import { TodoList } from "./todo-list.tsx";
import { Week } from "./week.tsx";

/** Where work begins: what waits for the reader, this week, and how things go. */
export function HomePage() {
  const say = useWords(homeWords);
  return (
    <Page title={say("title")} actions={<StartButton />}>
      <Figures />
      <div className="bench">
        <TodoList />
        <Week />
      </div>
    </Page>
  );
}
