import { useParams } from "@tanstack/react-router";
import { Empty } from "antd";
import type { Roll } from "../../../shared/api/routes.ts";
import { useReading } from "../../../shared/api/use-reading.ts";
import { useMe } from "../../../shared/use-me.ts";
import { useWhen } from "../../../shared/use-when.ts";
import { useWords } from "../../../shared/words.ts";
import { Page } from "../../ui/page.tsx";
import { Loaded } from "../../ui/trouble.tsx";
import { paperSheetWords } from "./paper-sheet.words.ts";
import { SheetForm } from "./sheet-form.tsx";
import { WaitingSheet } from "./waiting-sheet.tsx";
import "../activity.css";

/** The sheet that was signed on paper, line by line as it was printed, sent once. */
export default function PaperSheetPage() {
  const { id = "", sessionId = "" } = useParams({ strict: false }) as { id?: string; sessionId?: string };
  const say = useWords(paperSheetWords);
  const path = { id, sessionId };
  const roll = useReading("GET /activities/{id}/sessions/{sessionId}/roll", { path });
  return (
    <Page title={say("title")} path={[{ to: `/activities/${id}/check-in`, title: say("back") }]} about={say("about")}>
      <WaitingSheet path={path} />
      <Loaded of={roll}>{(data) => <Typed roll={data} path={path} />}</Loaded>
    </Page>
  );
}

function Typed({ roll, path }: { roll: Roll; path: { id: string; sessionId: string } }) {
  const say = useWords(paperSheetWords);
  const when = useWhen();
  const me = useMe();
  const people = roll.people.filter(
    ({ memberId, placed, mayBeAbsent }) => memberId !== me?.id && (placed || mayBeAbsent),
  );
  if (people.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say("empty")} />;
  return (
    <>
      <h2>
        {roll.activity.title} · {when.period(roll.session.startsAt, roll.session.endsAt)}
      </h2>
      <SheetForm key={roll.session.id} people={people} closesAt={roll.closesAt} path={path} />
    </>
  );
}
