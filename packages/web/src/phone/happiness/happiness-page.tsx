import { catalogue } from "@yigong/core/language/catalogue.ts";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useDraft } from "../../shared/keep/use-draft.ts";
import { useAct } from "../../shared/use-act.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Choices, TextArea } from "../ui/fields.tsx";
import { Acts, Page } from "../ui/page.tsx";
import { Button, ButtonLink, Done } from "../ui/parts.tsx";
import { Loaded, Skeleton, Trouble } from "../ui/trouble.tsx";

const words = catalogue({
  "zh-CN": {
    title: "服务感受",
    question: "这次服务让您开心吗",
    "score.5": "很开心",
    "score.4": "开心",
    "score.3": "一般",
    "score.2": "不太开心",
    "score.1": "很不开心",
    comment: "想说的话",
    "comment.hint": "请不要写姓名和电话。",
    privacy:
      "不记名：回答与您的姓名分开保存，满五人回答才出汇总，供活动负责人、联盟、党委、客服和审计查看。只能提交一次。",
    until: "{{when}} 截止",
    send: "提交感受",
    must: "选一项就可以提交。",
    done: "已提交您的感受，计入汇总。",
    home: "回到首页",
  },
  en: {
    title: "How it was for you",
    question: "Did it make you happy to serve?",
    "score.5": "very happy",
    "score.4": "happy",
    "score.3": "so-so",
    "score.2": "not very happy",
    "score.1": "not at all",
    comment: "What you would like to say",
    "comment.hint": "Please write no names or phone numbers.",
    privacy:
      "No names: your answer is kept apart from who you are. Once five have answered, totals are read by the organizer, the alliance, the committee, customer service and auditors. You answer once.",
    until: "until {{when}}",
    send: "Send it",
    must: "Choose one, and you can send it.",
    done: "Your answer is sent and counts in the totals.",
    home: "To the home page",
  },
});

/** As many as the API takes. */
const COMMENT_LENGTH = 1000;
const SCORES = ["5", "4", "3", "2", "1"] as const;
const BLANK = { score: "", comment: "" };

/** One question after an activity, without the name: how happy it made them to serve. @source docs/domain.md F2 */
export default function HappinessPage({ params: { id } }: { params: { id: string } }) {
  const say = useWords(words);
  const me = useMe();
  const activity = useReading("GET /activities/{id}", { path: { id } }, { live: false });
  return (
    <Page title={say("title")} back={`/activities/${id}`}>
      <Loaded of={activity}>
        {({ title }) => (me ? <Form activityId={id} title={title} memberId={me.id} /> : <Skeleton />)}
      </Loaded>
    </Page>
  );
}

function Form({ activityId, title, memberId }: { activityId: string; title: string; memberId: string }) {
  const say = useWords(words);
  const draft = useDraft(`happiness:${memberId}:${activityId}`, BLANK);
  const { score, comment } = draft.value;
  const act = useAct(
    () =>
      call("POST /activities/{id}/happiness", {
        path: { id: activityId },
        body: { score: Number(score), comment: comment.trim() || undefined },
      }),
    { done: draft.clear },
  );
  if (act.isSuccess) return <Sent />;
  if (!draft.ready) return <Skeleton />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      <p className="strong">{title}</p>
      <Choices
        legend={say("question")}
        value={score}
        onChange={(to) => draft.set({ score: to })}
        options={SCORES.map((value) => ({ value: value as string, label: say(`score.${value}`) }))}
      />
      <TextArea
        label={say("comment")}
        hint={say("comment.hint")}
        optional
        rows={3}
        most={COMMENT_LENGTH}
        value={comment}
        onChange={(to) => draft.set({ comment: to })}
      />
      <Terms activityId={activityId} />
      {act.error && <Trouble error={act.error} />}
      <Acts hint={score === "" ? say("must") : undefined}>
        <Button type="submit" busy={act.isPending} disabled={score === "" || comment.length > COMMENT_LENGTH}>
          {say("send")}
        </Button>
      </Acts>
    </form>
  );
}

/** Who reads it, and until when it is taken, as far as that is known. */
function Terms({ activityId }: { activityId: string }) {
  const say = useWords(words);
  const when = useWhen();
  const survey = useReading("GET /activities/{id}/survey", { path: { id: activityId } }, { live: false }).data;
  return (
    <div>
      <p className="quiet">{say("privacy")}</p>
      {survey?.status === "open" && survey.closesAt && (
        <p className="quiet">{say("until", { when: when.instant(survey.closesAt) })}</p>
      )}
    </div>
  );
}

function Sent() {
  const say = useWords(words);
  return (
    <>
      <Done>{say("done")}</Done>
      <ButtonLink kind="plain" href="/">
        {say("home")}
      </ButtonLink>
    </>
  );
}
