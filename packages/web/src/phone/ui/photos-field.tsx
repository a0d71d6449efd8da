import { catalogue } from "@yigong/core/language/catalogue.ts";
import type { Photo } from "../../shared/photos/photo.ts";
import { ACCEPTED } from "../../shared/photos/shrink.ts";
import type { Photos } from "../../shared/photos/use-photos.ts";
import { useWords } from "../../shared/words.ts";

export const photoWords = catalogue({
  "zh-CN": {
    title: "照片",
    add: "添加照片",
    count: "最多{{most}}张，每张单独上传，网络不好时自动重试。",
    waiting: "等待上传",
    sending: "上传中",
    sent: "已上传",
    failed: "未传完，自动重试",
    refused: "不能使用",
    remove: "删除照片「{{name}}」",
    retry: "重新上传",
    unreadable: "这个文件不是可用的照片，请选 JPEG、PNG 或 WebP 格式的照片。",
    photo: "照片「{{name}}」",
  },
  en: {
    title: "Photos",
    add: "Add photos",
    count: "At most {{most}}. Each goes by itself, and again when the network is weak.",
    waiting: "waiting",
    sending: "sending",
    sent: "sent",
    failed: "tried again soon",
    refused: "not usable",
    remove: "Remove the photo “{{name}}”",
    retry: "Send again",
    unreadable: "This file is no photo that can be used. Choose a JPEG, PNG or WebP.",
    photo: "Photo “{{name}}”",
  },
});

interface Field {
  photos: Photos;
  most: number;
  label?: string;
}

/** Photos to add, where each of them stands, and taking one away. */
export function PhotosField({ photos, most, label }: Field) {
  const say = useWords(photoWords);
  const refused = photos.items.filter(({ state, why }) => state === "refused" && why);
  return (
    <div className="field">
      <p className="strong">{label ?? say("title")}</p>
      <p className="hint">{say("count", { most: String(most) })}</p>
      <div className="photos">
        {photos.items.map((photo) => (
          <Thumb key={photo.id} photo={photo} photos={photos} />
        ))}
        {photos.items.length < most && (
          <label className="add-photo">
            {say("add")}
            <input
              type="file"
              accept={ACCEPTED.join(",")}
              multiple
              onChange={(event) => {
                const input = event.currentTarget;
                void photos.add([...(input.files ?? [])]).then(() => {
                  input.value = "";
                });
              }}
            />
          </label>
        )}
      </div>
      {refused.map(({ id, name, why }) => (
        <p className="hint late" role="alert" key={id}>
          {name}: {why}
        </p>
      ))}
    </div>
  );
}

function Thumb({ photo, photos }: { photo: Photo; photos: Photos }) {
  const say = useWords(photoWords);
  const url = photos.urlOf(photo.id);
  return (
    <div className="photo">
      {url && <img src={url} alt={say("photo", { name: photo.name })} />}
      <p className="state" role="status">
        {say(photo.state)}
      </p>
      <button
        type="button"
        className="remove"
        aria-label={say("remove", { name: photo.name })}
        onClick={() => void photos.remove(photo.id)}
      >
        <span aria-hidden="true">×</span>
      </button>
    </div>
  );
}
