import { Link } from "wouter";
import type { HomeActivity } from "../../shared/api/routes.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { homeWords } from "../home/home.words.ts";
import { Chip } from "../ui/parts.tsx";

/** One activity of a list: what, when, where, and whether it is open to the reader or every reason why not. */
export function ActivityItem({ activity }: { activity: HomeActivity }) {
  const say = useWords(homeWords);
  const when = useWhen();
  const { id, title, startsAt, endsAt, place, canSignUp, reasons, mine, placesLeft, status } = activity;
  return (
    <Link href={`/activities/${id}`} className="item">
      <div className="row top-aligned">
        <p className="strong clamp grow">{title}</p>
        {mine ? (
          <Chip tone="good">{status ? say(`status.${status}`) : say("mine")}</Chip>
        ) : (
          canSignUp && <Chip tone="accent">{say("canSignUp")}</Chip>
        )}
      </div>
      <p>{when.period(startsAt, endsAt)}</p>
      <p className="quiet clamp">{place}</p>
      {!mine && canSignUp && placesLeft !== undefined && (
        <p className="quiet">{placesLeft > 0 ? say("places", { count: String(placesLeft) }) : say("places.none")}</p>
      )}
      {!mine && reasons.length > 0 && (
        <ul className="reasons">
          {reasons.map(({ code, text }) => (
            <li key={code}>{text}</li>
          ))}
        </ul>
      )}
    </Link>
  );
}
