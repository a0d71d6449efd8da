import { Empty, Skeleton } from "antd";
import type { ReactNode } from "react";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWords } from "../../shared/words.ts";
import { Loaded } from "../ui/trouble.tsx";
import { homeWords } from "./home.words.ts";
import { Task } from "./task.tsx";

/** What waits for the reader, in the order in which it is due; decisions are made right here. */
export function TodoList() {
  const say = useWords(homeWords);
  const me = useMe();
  const todo = useReading("GET /me/todo");
  const count = todo.data?.items.length ?? 0;
  return (
    <section className="card" aria-labelledby="todo">
      <header className="card-head">
        <h2 id="todo">{say("todo")}</h2>
        {count > 0 && <span className="quiet number">{say("todo.count", { count: String(count) })}</span>}
      </header>
      <Loaded of={todo} skeleton={<Waiting />}>
        {({ items }) =>
          count === 0 ? (
            <Nothing>{say(me?.roles.length ? "todo.first" : "todo.later")}</Nothing>
          ) : (
            <ul className="tasks">
              {items.map((item) => (
                <Task key={item.key} item={item} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function Nothing({ children }: { children: ReactNode }) {
  const say = useWords(homeWords);
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say("todo.none")}>
      <p className="quiet">{children}</p>
    </Empty>
  );
}

const Waiting = () => (
  <>
    <Skeleton active paragraph={{ rows: 2 }} />
    <Skeleton active paragraph={{ rows: 2 }} />
    <Skeleton active paragraph={{ rows: 2 }} />
  </>
);
