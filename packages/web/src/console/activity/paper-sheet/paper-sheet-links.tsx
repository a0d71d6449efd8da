import type { Activity } from "../../../shared/api/routes.ts";
import { useLanguage } from "../../../shared/language.ts";
import { useMe } from "../../../shared/use-me.ts";
import { useWords } from "../../../shared/words.ts";
import { DownloadButton } from "../../ui/download.tsx";
import { PageLink } from "../../ui/link.tsx";
import { mayDo } from "../rights.ts";
import { paperSheetWords } from "./paper-sheet.words.ts";

/** The sheet to sign on paper as a workbook, and where it is typed in. */
export function PaperSheetLinks({ activity, sessionId }: { activity: Activity; sessionId: string }) {
  const say = useWords(paperSheetWords);
  const me = useMe();
  const language = useLanguage();
  if (!mayDo(me, "attendance.lead", activity)) return null;
  const path = `/activities/${activity.id}/sessions/${sessionId}/sign-in-sheet?language=${language}`;
  return (
    <div className="line-acts">
      <DownloadButton path={path} name={`${activity.title} ${say("signed")}.xlsx`}>
        {say("save")}
      </DownloadButton>
      <PageLink to={`/activities/${activity.id}/paper-sheet/${sessionId}`}>{say("open")}</PageLink>
    </div>
  );
}
