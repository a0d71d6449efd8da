import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { newId } from "../../shared/new-id.ts";
import { nominationPageWords } from "../../shared/training/nomination.words.ts";
import type { NominationInList } from "../../shared/training/trainer.routes.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Blank } from "../ui/blank.tsx";
import { PageLink, useGo } from "../ui/link.tsx";
import { List, type ListColumn } from "../ui/list.tsx";
import { Page } from "../ui/page.tsx";
import { useRoles } from "../ui/use-roles.ts";
import { useUnits } from "../units/use-units.ts";
import { bodyOf, EMPTY_OFFER, isWholeOffer, OfferFields } from "./offer-fields.tsx";
import { TrainingTabs } from "./training-tabs.tsx";

/** The offers of external places, the newest first; heads find those of their department. */
export default function NominationsPage() {
  const say = useWords(nominationPageWords);
  const mayOffer = useRoles()("alliance");
  return (
    <Page title={say("places")} about={say("places.about")} actions={mayOffer && <Offer />}>
      <TrainingTabs />
      <List
        name="external-places"
        title={say("places")}
        route="GET /nominations"
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={<Blank title={say("places.empty")}>{say("places.empty.detail")}</Blank>}
      />
    </Page>
  );
}

function useColumns(): ListColumn<NominationInList>[] {
  const say = useWords(nominationPageWords);
  const word = useDomainWords();
  const when = useWhen();
  const { nameOf } = useUnits();
  const text = (key: string, title: string, width: number, value: (one: NominationInList) => string) => ({
    ...{ key, title, width, show: value, value },
  });
  return [
    {
      key: "title",
      title: say("title"),
      width: 240,
      show: ({ id, title }) => <PageLink to={`/external-places/${id}`}>{title}</PageLink>,
      value: ({ title }) => title,
    },
    text("department", say("department"), 140, ({ departmentId }) => nameOf(departmentId)),
    text("days", say("days"), 220, ({ startsOn, endsOn }) =>
      say("days.span", { from: when.date(startsOn), to: when.date(endsOn) }),
    ),
    text("count", say("count"), 80, ({ places }) => String(places)),
    text("candidates", say("candidates"), 90, ({ candidates }) => String(candidates)),
    text("closes", say("draw.knownFrom"), 180, ({ draw }) => when.instant(draw.knownFrom)),
    text("state", say("state"), 110, ({ state }) => word(`nomination.state.${state}`)),
  ];
}

function Offer() {
  const say = useWords(nominationPageWords);
  const go = useGo();
  const [once, setOnce] = useState(newId);
  const [draft, setDraft] = useState(EMPTY_OFFER);
  return (
    <ActButton
      type="primary"
      width={640}
      fields={<OfferFields draft={draft} set={(more) => setDraft((before) => ({ ...before, ...more }))} />}
      ready={isWholeOffer(draft)}
      act={() => call("POST /nominations", { body: bodyOf(draft), once })}
      done={({ title }) => say("offered", { title })}
      onDone={({ id }) => {
        setDraft(EMPTY_OFFER);
        setOnce(newId());
        go(`/external-places/${id}`);
      }}
    >
      {say("offer")}
    </ActButton>
  );
}
