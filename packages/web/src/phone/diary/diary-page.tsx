import { useQueryClient } from "@tanstack/react-query";
import { catalogue } from "@yigong/core/language/catalogue.ts";
import { useEffect, useMemo } from "react";
import { call } from "../../shared/api/call.ts";
import type { Activity, Diary, Member } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useDraft } from "../../shared/keep/use-draft.ts";
import { useLanguage } from "../../shared/language.ts";
import { newId } from "../../shared/new-id.ts";
import { usePhotos } from "../../shared/photos/use-photos.ts";
import { useAct } from "../../shared/use-act.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { TextArea } from "../ui/fields.tsx";
import { Acts, Page } from "../ui/page.tsx";
import { Button, Card, Done, Note } from "../ui/parts.tsx";
import { PhotosField, photoWords } from "../ui/photos-field.tsx";
import { Loaded, Skeleton, Trouble } from "../ui/trouble.tsx";

const words = catalogue({
  "zh-CN": {
    title: "服务日记",
    text: "今天的服务",
    hint: "做了什么，遇到谁，有什么感受；写十个字以上。",
    send: "提交日记",
    photosGoing: "日记已提交，照片已上传{{arrived}}张，共{{count}}张。断网或关闭页面后会接着传。",
    finish: "完成，不再上传不能用的照片",
    short: "再写几个字就可以提交。",
    kept: "边写边保存在本机，断网或关闭页面都不会丢失。",
    done: "日记已提交，归档前都可以再写一篇。",
    mine: "我写过的",
    edited: "{{when}}改过",
    checking: "正在检查",
  },
  en: {
    title: "Diary",
    text: "Today's service",
    hint: "What you did, whom you met, how it felt; ten characters or more.",
    send: "Send the diary",
    photosGoing:
      "The diary is sent; {{arrived}} of {{count}} photos have arrived. It goes on after a lost network or a closed page.",
    finish: "Done, without the photos that cannot be used",
    short: "A few more words, and you can send it.",
    kept: "Kept on this phone as you write; neither a lost network nor a closed page loses it.",
    done: "The diary is sent. You may write another until the activity is filed.",
    mine: "What I wrote",
    edited: "changed {{when}}",
    checking: "being checked",
  },
});

const MOST = 9;
const SHORTEST = 10;

export default function DiaryPage({ params: { id } }: { params: { id: string } }) {
  const say = useWords(words);
  const me = useMe();
  const activity = useReading("GET /activities/{id}", { path: { id } });
  return (
    <Page title={say("title")} back={`/activities/${id}`}>
      <Loaded of={activity}>{(data) => (me ? <Writing activity={data} me={me} /> : <Skeleton />)}</Loaded>
    </Page>
  );
}

function Writing({ activity, me }: { activity: Activity; me: Member }) {
  const diaries = useReading("GET /activities/{id}/diaries", { path: { id: activity.id }, query: { limit: 200 } });
  const mine = diaries.data?.items.filter(({ authorId }) => authorId === me.id) ?? [];
  return (
    <>
      <Form activity={activity} me={me} />
      {mine.length > 0 && <Written diaries={mine} />}
    </>
  );
}

const BLANK = { text: "", once: "", diaryId: "" };

/** A diary is written first and its photos follow, each by itself: what was written is safe before a large upload begins. */
function useDiary(activityId: string, memberId: string) {
  const scope = `diary:${memberId}:${activityId}`;
  const draft = useDraft(scope, BLANK);
  const { text, once, diaryId } = draft.value;
  const unreadable = useWords(photoWords)("unreadable");
  const target = useMemo(
    () => (diaryId ? ({ use: "diary", activityId, diaryId } as const) : undefined),
    [activityId, diaryId],
  );
  const photos = usePhotos({ scope, target, most: MOST, unreadable });
  const act = useAct(
    // Kept with the text: sent twice after a lost answer, it is one diary.
    () => call("POST /activities/{id}/diaries", { path: { id: activityId }, once, body: { text } }),
    { done: ({ id }) => draft.set({ diaryId: id }) },
  );
  const write = (to: string) => draft.set({ text: to, ...(once ? {} : { once: newId() }) });
  const isThrough = diaryId !== "" && photos.ready && !photos.pending;
  const client = useQueryClient();
  const { clear } = draft;
  const { clear: clearPhotos } = photos;
  const refused = photos.items.some(({ state }) => state === "refused");
  useEffect(() => {
    if (!isThrough || refused) return;
    void clearPhotos()
      .then(clear)
      .then(() => client.invalidateQueries());
  }, [isThrough, refused, clearPhotos, clear, client]);
  return { draft, photos, act, write, finish: () => clearPhotos().then(clear) };
}

function Form({ activity, me }: { activity: Activity; me: Member }) {
  const say = useWords(words);
  const { draft, photos, act, write, finish } = useDiary(activity.id, me.id);
  if (!draft.ready || !photos.ready) return <Skeleton />;
  const { text, diaryId } = draft.value;
  const long = text.trim().length >= SHORTEST;
  const arrived = photos.items.filter(({ state }) => state === "sent").length;
  const progress = { arrived: String(arrived), count: String(photos.items.length) };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      <p className="strong">{activity.title}</p>
      {act.isSuccess && diaryId === "" && <Done>{say("done")}</Done>}
      {diaryId !== "" && <Note tone="soon">{say("photosGoing", progress)}</Note>}
      {diaryId === "" && (
        <TextArea label={say("text")} hint={say("hint")} rows={8} most={5000} value={text} onChange={write} />
      )}
      <PhotosField photos={photos} most={MOST} />
      {act.error && <Trouble error={act.error} />}
      {diaryId === "" ? (
        <Acts hint={text !== "" && !long ? say("short") : say("kept")}>
          <Button type="submit" busy={act.isPending} disabled={!long}>
            {say("send")}
          </Button>
        </Acts>
      ) : (
        !photos.pending && (
          <Acts>
            <Button kind="plain" onClick={() => void finish()}>
              {say("finish")}
            </Button>
          </Acts>
        )
      )}
    </form>
  );
}

function Written({ diaries }: { diaries: readonly Diary[] }) {
  const say = useWords(words);
  return (
    <>
      <h2>{say("mine")}</h2>
      {diaries.map((diary) => (
        <One key={diary.id} diary={diary} />
      ))}
    </>
  );
}

function One({ diary: { writtenAt, editedAt, text, photos = [] } }: { diary: Diary }) {
  const say = useWords(words);
  const when = useWhen();
  const language = useLanguage();
  return (
    <Card>
      <p className="quiet">
        {when.instant(writtenAt)}
        {editedAt && ` · ${say("edited", { when: when.instant(editedAt) })}`}
      </p>
      <p className="pre">{text}</p>
      {photos.length > 0 && (
        <div className="photos">
          {photos.map(({ id, name, photo, rejected }) => (
            <div className="photo" key={id}>
              {photo ? (
                <img src={photo.thumbnail.url} alt={name} />
              ) : (
                <p className="state">{rejected ? rejected.text[language] : say("checking")}</p>
              )}
            </div>
          ))}
        </div>
      )}
    </Card>
  );
}
