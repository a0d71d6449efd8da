import { Alert } from "antd";
import "./home.css";
import { useActing } from "../../shared/use-acting.ts";
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
      <Acting />
      <Figures />
      <div className="bench">
        <TodoList />
        <Week />
      </div>
    </Page>
  );
}

/** For whom the reader acts too: what is decided here may be in another's name. */
function Acting() {
  const acting = useActing();
  return acting ? <Alert type="info" showIcon title={acting} /> : null;
}
