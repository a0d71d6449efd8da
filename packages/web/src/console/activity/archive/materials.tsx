import { Button, Progress, Tag } from "antd";
import { call } from "../../../shared/api/call.ts";
import type { Material } from "../../../shared/api/routes.ts";
import { useLanguage } from "../../../shared/language.ts";
import { useDomainWords, useWords } from "../../../shared/words.ts";
import { ActButton } from "../../ui/act.tsx";
import { Drop } from "../drop.tsx";
import { archivePageWords } from "./archive.words.ts";
import { ACCEPTED } from "./upload.ts";
import { type Upload, type Uploads, useUploads } from "./use-uploads.ts";

interface Props {
  activityId: string;
  materials: readonly Material[];
  mayWrite: boolean;
}

/** The files of an archive, and where more are dropped. */
export function Materials({ activityId, materials, mayWrite }: Props) {
  const say = useWords(archivePageWords);
  const uploads = useUploads(activityId);
  return (
    <>
      {mayWrite && (
        <Drop
          onFiles={uploads.add}
          accept={Object.values(ACCEPTED).join(",")}
          text={say("drop")}
          choose={say("drop.choose")}
          hint={say("drop.hint")}
        />
      )}
      {materials.length + uploads.uploads.length === 0 && <p className="quiet">{say("files.none")}</p>}
      <ul className="files">
        {uploads.uploads.map((upload) => (
          <OnItsWay key={upload.id} upload={upload} uploads={uploads} />
        ))}
        {materials.map((material) => (
          <Stored key={material.id} material={material} activityId={activityId} mayWrite={mayWrite} />
        ))}
      </ul>
    </>
  );
}

function OnItsWay({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const say = useWords(archivePageWords);
  const { id, file, state, share, why } = upload;
  const reason = why === "type" || why === "large" ? say(`upload.${why}`) : (why ?? say("upload.network"));
  const percent = Math.round(share * 100);
  return (
    <li className="file">
      <span className="thumb" />
      <span className="file-name">
        {file.name}
        <span className="quiet">
          {state === "waiting" && say("upload.waiting")}
          {state === "sending" && say("upload.sending", { percent: String(percent) })}
        </span>
        {(state === "failed" || state === "refused") && (
          <span className="late" role="alert">
            {say("upload.failed", { why: reason })}
          </span>
        )}
        {state === "sending" && <Progress percent={percent} showInfo={false} size="small" aria-label={file.name} />}
      </span>
      <span className="line-acts">
        {state === "failed" && (
          <Button size="small" onClick={() => uploads.retry(id)}>
            {say("upload.retry")}
          </Button>
        )}
        {(state === "failed" || state === "refused") && (
          <Button size="small" onClick={() => uploads.drop(id)}>
            {say("upload.drop")}
          </Button>
        )}
      </span>
    </li>
  );
}

const TONES = { uploading: "default", processing: "warning", ready: "success", rejected: "error" } as const;

function Stored({ material, activityId, mayWrite }: { material: Material; activityId: string; mayWrite: boolean }) {
  const say = useWords(archivePageWords);
  const word = useDomainWords();
  const language = useLanguage();
  const { id, name, status, photo, document, rejected, caption } = material;
  const url = photo?.url ?? document?.url;
  return (
    <li className="file">
      <span className="thumb">
        {photo && <img src={photo.thumbnail.url} alt={caption ?? name} loading="lazy" />}
        {!photo && <span className="quiet">{name.split(".").at(-1)?.toUpperCase()}</span>}
      </span>
      <span className="file-name">
        {url ? (
          <a href={url} target="_blank" rel="noreferrer" title={say("open", { name })}>
            {name}
          </a>
        ) : (
          name
        )}
        <span>
          <Tag color={TONES[status]}>{word(`material.status.${status}`)}</Tag>
          {rejected && <span className="late">{rejected.text[language]}</span>}
        </span>
      </span>
      {mayWrite && (
        <span className="line-acts">
          <ActButton
            size="small"
            danger
            ask={say("remove.ask", { name })}
            act={() =>
              call("DELETE /activities/{id}/materials/{materialId}", { path: { id: activityId, materialId: id } })
            }
            done={say("remove.done", { name })}
          >
            {say("remove")}
          </ActButton>
        </span>
      )}
    </li>
  );
}
