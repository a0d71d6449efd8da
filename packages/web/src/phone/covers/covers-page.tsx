import { Link } from "wouter";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Page } from "../ui/page.tsx";
import { ButtonLink, Empty } from "../ui/parts.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { CoverStatus } from "./cover-status.tsx";
import { coverPageWords } from "./covers.words.ts";

/** Covers that the reader is asked for or agreed to. */
export default function CoversPage() {
  const say = useWords(coverPageWords);
  const when = useWhen();
  const covers = useReading("GET /me/covers");
  return (
    <Page title={say("title")} back="/">
      <Loaded of={covers}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              title={say("empty")}
              act={
                <ButtonLink kind="quiet" href="/">
                  {say("home")}
                </ButtonLink>
              }
            >
              {say("empty.detail")}
            </Empty>
          ) : (
            <ul className="items">
              {items.map((cover) => (
                <li key={cover.id}>
                  <Link href={`/covers/${cover.id}`} className="item">
                    <div className="row top-aligned">
                      <p className="strong grow">
                        <span className="name">{cover.participant.name}</span> · {cover.post}
                      </p>
                      <CoverStatus status={cover.status} />
                    </div>
                    <p>{when.period(cover.from, cover.to)}</p>
                    <p className="quiet clamp">{cover.title}</p>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}
