import { catalogue } from "@yigong/core/language/catalogue.ts";
import { useMemo } from "react";
import { type Draft, useDraft } from "../../shared/keep/use-draft.ts";
import { type Photos, usePhotos } from "../../shared/photos/use-photos.ts";
import { useWords } from "../../shared/words.ts";
import { Choices, TextArea } from "../ui/fields.tsx";
import { PhotosField, photoWords } from "../ui/photos-field.tsx";

export const leaveWords = catalogue({
  "zh-CN": {
    title: "请假",
    reason: "请假原因",
    "reason.workConflict": "与工作冲突",
    "reason.illness": "生病",
    "reason.family": "家中有事",
    "reason.other": "其他",
    note: "说明",
    "note.hint": "写给审批人看，例如当天的班次或行程。",
    evidence: "证明材料",
    "evidence.hint": "招募截止后，或未获批准后再次申请，须有证明：写明材料，或附照片。",
    photos: "证明照片",
    "photos.who": "照片只有审批人能看到。",
    send: "提交请假",
    wait: "照片还在上传，传完后即可提交；内容已保存在本机。",
    done: "请假已提交，等待审批。结果会发消息，也会显示在活动页上。",
    back: "回到活动",
    must: "请选择原因并写明说明。",
    open: "您已提交请假，正在等待决定。要改内容，请先在活动页撤回。",
  },
  en: {
    title: "Ask for leave",
    reason: "Reason",
    "reason.workConflict": "conflict with work",
    "reason.illness": "illness",
    "reason.family": "family",
    "reason.other": "other",
    note: "Note",
    "note.hint": "For whoever decides: your shift or journey that day, for example.",
    evidence: "Evidence",
    "evidence.hint":
      "After recruitment has closed, or after a refusal, leave needs evidence: say what it is, or add a photo.",
    photos: "Photos of the evidence",
    "photos.who": "Only who decides sees these photos.",
    send: "Ask for leave",
    wait: "Photos are still on their way; you can send once they have arrived. All of it is kept on this phone.",
    done: "Your request is sent and waits for a decision. You will get a message, and see it on the activity's page.",
    back: "Back to the activity",
    must: "Choose a reason and write a note.",
    open: "Your request is waiting for a decision. To change it, take it back on the activity's page first.",
  },
});

const REASONS = ["workConflict", "illness", "family", "other"] as const;
type Reason = (typeof REASONS)[number];
const MOST = 3;

interface Typed {
  reason: Reason | "";
  note: string;
  evidence: string;
}
const BLANK: Typed = { reason: "", note: "", evidence: "" };

/** What is typed and photographed for a request for leave; it is kept on the phone until it is sent. */
export function useLeaveForm(activityId: string, memberId: string) {
  const scope = `leave:${memberId}:${activityId}`;
  const draft = useDraft(scope, BLANK);
  const unreadable = useWords(photoWords)("unreadable");
  const target = useMemo(() => ({ use: "leave", activityId }) as const, [activityId]);
  const photos = usePhotos({ scope, target, most: MOST, unreadable });
  const photoIds = photos.items.flatMap(({ state, remoteId }) => (state === "sent" && remoteId ? [remoteId] : []));
  const { reason, note, evidence } = draft.value;
  const proof = evidence.trim();
  return {
    draft,
    photos,
    ready: draft.ready && photos.ready,
    complete: reason !== "" && note.trim() !== "",
    body: {
      ...{ reason, note: note.trim() },
      ...(proof ? { evidence: proof } : {}),
      ...(photoIds.length > 0 ? { photoIds } : {}),
    },
    clear: async () => {
      await draft.clear();
      await photos.clear();
    },
  };
}

export function LeaveFields({ draft, photos }: { draft: Draft<Typed>; photos: Photos }) {
  const say = useWords(leaveWords);
  const { reason, note, evidence } = draft.value;
  return (
    <>
      <Choices
        legend={say("reason")}
        value={reason || undefined}
        onChange={(to) => draft.set({ reason: to })}
        options={REASONS.map((value) => ({ value, label: say(`reason.${value}`) }))}
      />
      <TextArea
        label={say("note")}
        hint={say("note.hint")}
        most={500}
        value={note}
        onChange={(to) => draft.set({ note: to })}
      />
      <TextArea
        label={say("evidence")}
        hint={say("evidence.hint")}
        most={500}
        rows={2}
        optional
        value={evidence}
        onChange={(to) => draft.set({ evidence: to })}
      />
      <PhotosField photos={photos} most={MOST} label={say("photos")} />
      <p className="hint">{say("photos.who")}</p>
    </>
  );
}
