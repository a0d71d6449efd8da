import "./activities.css";
import { Segmented } from "antd";
import { useWords } from "../../shared/words.ts";
import { Page } from "../ui/page.tsx";
import { useFilters } from "../ui/use-filters.ts";
import { activitiesWords } from "./activities.words.ts";
import { ActivityList } from "./activity-list.tsx";
import { Board } from "./board.tsx";
import { Calendar } from "./calendar.tsx";
import { StartButton } from "./start-button.tsx";

const VIEWS = ["list", "calendar", "board"] as const;
type View = (typeof VIEWS)[number];
const SHOWN = { list: ActivityList, calendar: Calendar, board: Board } satisfies Record<View, () => React.ReactNode>;
const isView = (view: string | undefined): view is View => VIEWS.some((one) => one === view);

/** All activities, as a list, a month or a board by stage; which one stands in the address bar. */
export default function ActivitiesPage() {
  const say = useWords(activitiesWords);
  const [{ view: asked }, setFilters] = useFilters();
  const view = isView(asked) ? asked : "list";
  const Shown = SHOWN[view];
  return (
    <Page
      title={say("title")}
      beside={
        <Segmented
          aria-label={say("view.label")}
          value={view}
          onChange={(to: View) => setFilters({ view: to === "list" ? undefined : to, month: undefined })}
          options={VIEWS.map((value) => ({ value, label: say(`view.${value}`) }))}
        />
      }
      actions={<StartButton />}
    >
      <Shown />
    </Page>
  );
}
