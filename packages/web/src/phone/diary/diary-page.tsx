import { catalogue } from "@yigong/core/language/catalogue.ts";
import { call } from "../../shared/api/call.ts";
import type { KeptPhoto } from "../../shared/api/contract.ts";
import type { Activity, Diary, Member } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useDraft } from "../../shared/keep/use-draft.ts";
import { usePhotos } from "../../shared/photos/use-photos.ts";
import { useAct } from "../../shared/use-act.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { TextArea } from "../ui/fields.tsx";
import { Acts, Page } from "../ui/page.tsx";
import { Button, Card, Done } from "../ui/parts.tsx";
import { PhotosField, photoWords } from "../ui/photos-field.tsx";
import { Loaded, Skeleton, Trouble } from "../ui/trouble.tsx";

const words = catalogue({
  "zh-CN": {
    title: "服务日记",
    text: "今天的服务",
    hint: "做了什么，遇到谁，有什么感受；写十个字以上。",
    send: "提交日记",
    wait: "照片还在上传，传完后即可提交；内容已保存在本机。",
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
    wait: "Photos are still on their way; you can send once they have arrived. All of it is kept on this phone.",
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
      {mine.length > 0 && <Written diaries={mine} activityId={activity.id} />}
    </>
  );
}

function useDiary(activityId: string, memberId: string) {
  const scope = `diary:${memberId}:${activityId}`;
  const draft = useDraft(scope, { text: "", once: "" });
  const unreadable = useWords(photoWords)("unreadable");
  const photos = usePhotos({ scope, activityId, use: "diary" }, { most: MOST, unreadable });
  const act = useAct(
    () =>
      call("POST /activities/{id}/diaries", {
        path: { id: activityId },
        // Kept with the text: sent twice after a lost answer, it is one diary.
        once: draft.value.once,
        body: { text: draft.value.text, photoIds: photos.items.flatMap(({ remoteId }) => remoteId ?? []) },
      }),
    {
      done: async () => {
        await draft.clear();
        await photos.clear();
      },
    },
  );
  const write = (text: string) =>
    draft.set({
      text,
      ...(draft.value.once ? {} : { once: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}` }),
    });
  return { draft, photos, act, write };
}

function Form({ activity, me }: { activity: Activity; me: Member }) {
  const say = useWords(words);
  const { draft, photos, act, write } = useDiary(activity.id, me.id);
  if (!draft.ready || !photos.ready) return <Skeleton />;
  const { text } = draft.value;
  const long = text.trim().length >= SHORTEST;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      <p className="strong">{activity.title}</p>
      {act.isSuccess && text === "" && <Done>{say("done")}</Done>}
      <TextArea label={say("text")} hint={say("hint")} rows={8} most={5000} value={text} onChange={write} />
      <PhotosField photos={photos} most={MOST} />
      {act.error && <Trouble error={act.error} />}
      <Acts hint={photos.pending ? say("wait") : text !== "" && !long ? say("short") : say("kept")}>
        <Button type="submit" busy={act.isPending} disabled={!long || photos.pending}>
          {say("send")}
        </Button>
      </Acts>
    </form>
  );
}

function Written({ diaries, activityId }: { diaries: readonly Diary[]; activityId: string }) {
  const say = useWords(words);
  const photos = useReading("GET /activities/{id}/photos/{use}", { path: { id: activityId, use: "diary" } });
  return (
    <>
      <h2>{say("mine")}</h2>
      {diaries.map((diary) => (
        <One
          key={diary.id}
          diary={diary}
          photos={photos.data?.items.filter(({ id }) => diary.photoIds?.some((shown) => shown === id)) ?? []}
        />
      ))}
    </>
  );
}

function One({ diary, photos }: { diary: Diary; photos: readonly KeptPhoto[] }) {
  const say = useWords(words);
  const when = useWhen();
  return (
    <Card>
      <p className="quiet">
        {when.instant(diary.writtenAt)}
        {diary.editedAt && ` · ${say("edited", { when: when.instant(diary.editedAt) })}`}
      </p>
      <p className="pre">{diary.text}</p>
      {photos.length > 0 && (
        <div className="photos">
          {photos.map(({ id, name, photo }) => (
            <div className="photo" key={id}>
              {photo ? <img src={photo.thumbnail.url} alt={name} /> : <p className="state">{say("checking")}</p>}
            </div>
          ))}
        </div>
      )}
    </Card>
  );
}
