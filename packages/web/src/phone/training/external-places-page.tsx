import { Link } from "wouter";
import { useReading } from "../../shared/api/use-reading.ts";
import { nominationPageWords } from "../../shared/training/nomination.words.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Page } from "../ui/page.tsx";
import { Chip, Empty } from "../ui/parts.tsx";
import { Loaded } from "../ui/trouble.tsx";

const MOST = 200;

/** The external places for which the reader is put forward, or which they decide as a head. */
export default function ExternalPlacesPage() {
  const say = useWords(nominationPageWords);
  const word = useDomainWords();
  const when = useWhen();
  const read = useReading("GET /nominations", { query: { limit: MOST } });
  return (
    <Page title={say("mine")} back="/me">
      <Loaded of={read}>
        {({ items }) => {
          const mine = items.filter(({ isCandidate, isHead }) => isCandidate || isHead);
          if (mine.length === 0)
            return <Empty title={say("places.mine.empty")}>{say("places.mine.empty.detail")}</Empty>;
          return (
            <ul className="items">
              {mine.map(({ id, title, organizer, startsOn, endsOn, state }) => (
                <li key={id}>
                  <Link href={`/external-places/${id}`} className="item">
                    <div className="row top-aligned">
                      <p className="strong grow">{title}</p>
                      <Chip tone={state === "open" ? "soon" : "plain"}>{word(`nomination.state.${state}`)}</Chip>
                    </div>
                    <p className="quiet">
                      {organizer} · {say("days.span", { from: when.date(startsOn), to: when.date(endsOn) })}
                    </p>
                  </Link>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Page>
  );
}
