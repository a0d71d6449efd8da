import { useState } from "react";
import { Link } from "wouter";
import type { Year } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useLanguage } from "../../shared/language.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Page } from "../ui/page.tsx";
import { Button, ButtonLink, Card, Empty } from "../ui/parts.tsx";
import { PointsBar } from "../ui/points-bar.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { pointsPageWords } from "./points.words.ts";

/** The reader's points of a year, entry by entry, and what would change where they stand. */
export default function PointsPage() {
  const say = useWords(pointsPageWords);
  const home = useReading("GET /me/home");
  const [year, setYear] = useState<number>();
  const read = useReading("GET /members/{id}/points", { path: { id: "me" }, query: { year, limit: 200 } });
  const shown = year ?? read.data?.year;
  return (
    <Page title={say("title")}>
      <Loaded of={read}>
        {(data) => (
          <>
            <Standing year={data} />
            <h2>{say("entries")}</h2>
            <Entries year={data} />
          </>
        )}
      </Loaded>
      {shown !== undefined && (
        <div className="pair">
          <Button kind="quiet" onClick={() => setYear(shown - 1)}>
            {say("earlier")}
          </Button>
          {home.data && shown < home.data.points.year && (
            <Button kind="quiet" onClick={() => setYear(shown + 1)}>
              {say("later")}
            </Button>
          )}
        </div>
      )}
    </Page>
  );
}

/** Where the year stands, with the smallest change that would be enough, as the definition that decides computes it. */
function Standing({ year }: { year: Year }) {
  const say = useWords(pointsPageWords);
  const language = useLanguage();
  const { floor, preference } = year;
  const floorText = () => {
    if (!floor) return "";
    const text = floor.change?.text[language];
    if (floor.reached) return say("floor.met", floor);
    return text ? say("floor.ways", { ...floor, text }) : say("floor.open", floor);
  };
  const preferenceText = () => {
    const text = preference.change?.text[language];
    if (preference.exceeded) return say("preferred.met", preference);
    return text ? say("preferred.ways", { ...preference, text }) : say("preferred.open", preference);
  };
  return (
    <Card>
      <div className="row">
        <h2 className="grow">{say("year", { year: String(year.year) })}</h2>
        <p className="big fixed">{year.points}</p>
      </div>
      <PointsBar points={year.points} floor={floor?.points} above={preference.line} />
      {floor && <p className={floor.reached ? "good-text" : ""}>{floorText()}</p>}
      {floor?.warned && <p className="late-text">{say("floor.warned")}</p>}
      <p className={preference.exceeded ? "good-text" : ""}>{preferenceText()}</p>
      <p className="quiet">
        {say("facts", { attendances: String(year.attendances), workdays: year.workdays, covers: String(year.covers) })}
      </p>
    </Card>
  );
}

function Entries({ year }: { year: Year }) {
  const say = useWords(pointsPageWords);
  const word = useDomainWords();
  const when = useWhen();
  const { items } = year.entries;
  if (items.length === 0)
    return (
      <Empty
        title={say("empty", { year: String(year.year) })}
        act={
          <ButtonLink kind="quiet" href="/activities">
            {say("empty.act")}
          </ButtonLink>
        }
      >
        {say("empty.detail")}
      </Empty>
    );
  return (
    <ul className="items">
      {items.map((entry) => (
        <li key={entry.id}>
          <Link href={`/points/${encodeURIComponent(entry.id)}`} className="item">
            <div className="row top-aligned">
              <p className="strong clamp grow">{entry.title ?? word(`points.kind.${entry.kind}`)}</p>
              <p className="strong fixed number">{entry.points}</p>
            </div>
            <p className="quiet">
              {word(`points.kind.${entry.kind}`)} · {when.day(entry.postedAt)}
            </p>
          </Link>
        </li>
      ))}
    </ul>
  );
}
