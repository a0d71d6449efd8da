import { Link } from "wouter";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Card } from "../ui/parts.tsx";
import { Loaded, Skeleton } from "../ui/trouble.tsx";
import { approvalWords } from "./approvals.words.ts";

/** A deed as it was reported, with its photos. */
export default function DeedCase({ year, deedId }: { year: string; deedId: string }) {
  const say = useWords(approvalWords);
  const when = useWhen();
  const deed = useReading("GET /deeds/{year}/{deedId}", { path: { year, deedId } });
  return (
    <Loaded of={deed} skeleton={<Skeleton cards={1} />}>
      {({ date, description, activityId, photos = [] }) => (
        <Card>
          <p className="quiet">{when.date(date)}</p>
          <p className="pre">{description}</p>
          {activityId && <Link href={`/activities/${activityId}`}>{say("deed.activity")}</Link>}
          <div className="photos">
            {photos.map(
              ({ id, name, photo }) =>
                photo && (
                  <a className="photo" key={id} href={photo.url}>
                    <img src={photo.thumbnail.url} alt={name} />
                  </a>
                ),
            )}
          </div>
        </Card>
      )}
    </Loaded>
  );
}
