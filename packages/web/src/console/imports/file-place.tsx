import { Upload } from "antd";
import { useWords } from "../../shared/words.ts";
import { importWords } from "./imports.words.ts";

/** Where a file is dropped or chosen; nothing is sent before its columns are seen. */
export function FilePlace({ onFile }: { onFile: (file: File) => void }) {
  const say = useWords(importWords);
  return (
    <Upload.Dragger
      className="file-place"
      accept=".xlsx,.csv"
      maxCount={1}
      showUploadList={false}
      beforeUpload={(file) => {
        onFile(file);
        return false;
      }}
    >
      <p>{say("drop.title")}</p>
      <p className="quiet">{say("drop.detail")}</p>
    </Upload.Dragger>
  );
}
