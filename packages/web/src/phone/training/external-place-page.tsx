import { bandText, scoreText } from "@yigong/core/nomination/score.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMarks } from "../../shared/marks.ts";
import { nominationPageWords } from "../../shared/training/nomination.words.ts";
import type { MyNomination } from "../../shared/training/trainer.routes.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Page } from "../ui/page.tsx";
import { Card, Chip, Empty, Facts } from "../ui/parts.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { DrawPart } from "./draw-part.tsx";
import { HeadPart } from "./head-part.tsx";

const MOST = 200;

/** One offer of external places, for whoever is a candidate and for the head who decides. */
export default function ExternalPlacePage({ params: { id } }: { params: { id: string } }) {
  const say = useWords(nominationPageWords);
  const isAlliance = useMe()?.roles.some(({ role }) => role === "alliance") ?? false;
  const read = useReading("GET /nominations", { query: { limit: MOST } });
  return (
    <Page title={say("mine")} back="/external-places">
      <Loaded of={read}>
        {({ items }) => {
          const one = items.find((each) => each.id === id);
          if (!one || !(one.isCandidate || one.isHead || isAlliance))
            return <Empty title={say("places.mine.empty")}>{say("places.mine.empty.detail")}</Empty>;
          return (
            <>
              {one.isCandidate && <Own id={id} />}
              {one.isHead && <HeadPart id={id} />}
              {isAlliance && <DrawPart id={id} />}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Own({ id }: { id: string }) {
  const read = useReading("GET /nominations/{id}/mine", { path: { id } });
  return <Loaded of={read}>{(mine) => <Mine mine={mine} />}</Loaded>;
}

function Mine({ mine }: { mine: MyNomination }) {
  const say = useWords(nominationPageWords);
  const when = useWhen();
  const { title, about, organizer, startsOn, endsOn, outcome, withdrawn, draw, candidates, places } = mine;
  return (
    <>
      <Card>
        <h2>{title}</h2>
        {withdrawn && <p className="late">{say("withdrawn", { reason: withdrawn.reason })}</p>}
        {outcome && (
          <Chip tone={outcome.isChosen ? "good" : "plain"}>
            {say(outcome.isChosen ? "mine.chosen" : "mine.notChosen")}
          </Chip>
        )}
        {!outcome && !withdrawn && <p>{say("mine.wait", { at: when.instant(draw.knownFrom) })}</p>}
        <p className="pre">{about}</p>
        <Facts
          items={[
            [say("organizer"), organizer],
            [say("days"), say("days.span", { from: when.date(startsOn), to: when.date(endsOn) })],
            [say("count"), String(places)],
            [say("candidates"), String(candidates)],
          ]}
        />
      </Card>
      {outcome && <Stood mine={mine} outcome={outcome} />}
    </>
  );
}

/** How the reader stood by each key, and the draw, which anybody can work out again. */
function Stood({ mine, outcome }: { mine: MyNomination; outcome: NonNullable<MyNomination["outcome"]> }) {
  const say = useWords(nominationPageWords);
  const when = useWhen();
  const { list, within } = useMarks();
  const { own, reason } = outcome;
  const lacks = list([...own.lacks.skills, ...(own.lacks.post ? [say("meets.post")] : [])]);
  const counts = { place: String(own.place), count: String(mine.candidates), places: String(mine.places) };
  return (
    <Card>
      <h2>{say("mine.place", counts)}</h2>
      {reason && <p>{say("decided.reason", { reason })}</p>}
      <Facts
        items={[
          [say("meets"), lacks === "" ? say("meets.yes") : say("meets.lacks", { what: lacks })],
          [say("score"), within(scoreText(own.score), bandText(own.band))],
          [say("volunteer"), say(own.isVolunteer ? "yes" : "no")],
          [say("external"), String(own.external)],
          [say("certificate"), own.expires ? when.date(own.expires) : "–"],
          [say("draw.source"), mine.draw.source],
          [say("draw.value"), mine.drawn?.value ?? say("draw.none")],
          mine.seed ? [say("seed"), mine.seed] : undefined,
          own.lot ? [say("lot"), own.lot] : undefined,
        ]}
      />
      {mine.seed && <p className="quiet">{say("seed.how")}</p>}
    </Card>
  );
}
