import { Alert, Card } from "antd";
import { Refused } from "../../shared/api/problem.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useLanguage } from "../../shared/language.ts";
import { Trouble } from "../ui/trouble.tsx";

/** The notice as everybody reads it; nothing before there is one. */
export function PublicNotice({ year }: { year: number }) {
  const language = useLanguage();
  const notice = useReading("GET /awards/{year}/notice", { path: { year: String(year) }, query: { language } });
  if (notice.error instanceof Refused && notice.error.code === "award.no_notice")
    return <Alert type="info" title={notice.error.message} />;
  if (notice.error) return <Trouble error={notice.error} />;
  if (!notice.data) return null;
  return (
    <Card size="small" title={notice.data.title} style={{ marginBlock: 16 }}>
      {notice.data.paragraphs.map((paragraph) => (
        <p className="pre" key={paragraph}>
          {paragraph}
        </p>
      ))}
    </Card>
  );
}
