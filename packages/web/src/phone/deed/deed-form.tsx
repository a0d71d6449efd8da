import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { type Draft, useDraft } from "../../shared/keep/use-draft.ts";
import { newId } from "../../shared/new-id.ts";
import { usePhotos } from "../../shared/photos/use-photos.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWords } from "../../shared/words.ts";
import { Choices, TextArea } from "../ui/fields.tsx";
import { Acts } from "../ui/page.tsx";
import { Button, Done, Note } from "../ui/parts.tsx";
import { PhotosField, photoWords } from "../ui/photos-field.tsx";
import { Skeleton, Trouble } from "../ui/trouble.tsx";
import { deedPageWords } from "./deed.words.ts";

const MOST = 9;
const SHORTEST = 5;
const LONGEST = 1000;
const WHOM = ["society", "client", "employee"] as const;
type Whom = (typeof WHOM)[number];

/** The reader's own day. */
const today = () => new Date().toLocaleDateString("sv-SE");

interface Kept {
  date: string;
  text: string;
  whom: Whom;
  activityId: string;
  /** Kept with what was typed, so that sending again after a lost connection is the same deed. */
  once: string;
  /** Of the deed once it was sent, whose photos follow. */
  deedId: string;
}

interface Props {
  memberId: string;
  /** The activity that one comes from; nothing for a deed of its own. */
  within: string;
}

/** A deed is sent first and its photos follow, each by itself: what was written is safe before a large upload begins. */
function useDeed({ memberId, within }: Props) {
  const scope = `deed:${memberId}:${within}`;
  const blank: Kept = { date: today(), text: "", whom: "society", activityId: within, once: "", deedId: "" };
  const draft = useDraft(scope, blank);
  const { date, text, whom, activityId, once, deedId } = draft.value;
  const unreadable = useWords(photoWords)("unreadable");
  const target = useMemo(
    () => (deedId ? ({ use: "deed", year: date.slice(0, 4), deedId } as const) : undefined),
    [date, deedId],
  );
  const photos = usePhotos({ scope, target, most: MOST, unreadable });
  const body = { date, description: text.trim(), beneficiary: whom, ...(activityId && { activityId }) };
  const act = useAct(() => call("POST /deeds", { body, once }), { done: ({ id }) => draft.set({ deedId: id }) });
  const isThrough = deedId !== "" && photos.ready && !photos.pending;
  const refused = photos.items.some(({ state }) => state === "refused");
  const client = useQueryClient();
  const { clear } = draft;
  const { clear: clearPhotos } = photos;
  useEffect(() => {
    if (!isThrough || refused) return;
    void clearPhotos()
      .then(clear)
      .then(() => client.invalidateQueries());
  }, [isThrough, refused, clearPhotos, clear, client]);
  return { draft, photos, act, finish: () => clearPhotos().then(clear) };
}

export function DeedForm(props: Props) {
  const say = useWords(deedPageWords);
  const { draft, photos, act, finish } = useDeed(props);
  if (!draft.ready || !photos.ready) return <Skeleton />;
  const { text, date, deedId } = draft.value;
  const isSent = deedId !== "";
  const complete = text.trim().length >= SHORTEST && date !== "";
  const arrived = photos.items.filter(({ state }) => state === "sent").length;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      {act.isSuccess && !isSent && (
        <Done>{say(act.data?.status === "standing" ? "done.standing" : "done.reported")}</Done>
      )}
      {isSent && (
        <Note tone="soon">{say("going", { arrived: String(arrived), count: String(photos.items.length) })}</Note>
      )}
      {!isSent && <Fields draft={draft} />}
      <PhotosField photos={photos} most={MOST} />
      {act.error && <Trouble error={act.error} />}
      {!isSent && (
        <Acts hint={say(text !== "" && !complete ? "must" : "kept")}>
          <Button type="submit" busy={act.isPending} disabled={!complete}>
            {say("send")}
          </Button>
        </Acts>
      )}
      {isSent && !photos.pending && (
        <Acts>
          <Button kind="plain" onClick={() => void finish()}>
            {say("finish")}
          </Button>
        </Acts>
      )}
    </form>
  );
}

function Fields({ draft }: { draft: Draft<Kept> }) {
  const say = useWords(deedPageWords);
  const { date, text, whom, once } = draft.value;
  const set = (more: Partial<Kept>) => draft.set({ ...more, ...(once ? {} : { once: newId() }) });
  return (
    <>
      <Within draft={draft} />
      <label className="field">
        {say("date")}
        <input
          type="date"
          required
          max={today()}
          value={date}
          onInput={(event) => set({ date: event.currentTarget.value })}
        />
      </label>
      <TextArea
        label={say("what")}
        hint={say("what.hint")}
        rows={5}
        most={LONGEST}
        value={text}
        onChange={(to) => set({ text: to })}
      />
      <Choices
        legend={say("whom")}
        value={whom}
        onChange={(to) => set({ whom: to })}
        options={WHOM.map((value) => ({ value, label: say(`whom.${value}`) }))}
      />
    </>
  );
}

/** The activity in which it was done: one of those in which the reader has a place. */
function Within({ draft }: { draft: Draft<Kept> }) {
  const say = useWords(deedPageWords);
  const { data } = useReading("GET /me/participations", { query: { limit: 100 } }, { live: false });
  const placed = (data?.items ?? []).filter(({ state }) => state === "placed");
  const activities = new Map(placed.map(({ activityId, title }) => [activityId, title]));
  if (activities.size === 0) return null;
  return (
    <label className="field">
      {say("within")}
      <select value={draft.value.activityId} onChange={(event) => draft.set({ activityId: event.currentTarget.value })}>
        <option value="">{say("within.none")}</option>
        {[...activities].map(([id, title]) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
