import { Refused, Unreached } from "../../shared/api/problem.ts";
import { readLanguage } from "../../shared/language.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "./act.tsx";
import { uiWords } from "./ui.words.ts";

/**
 * Fetches a file of the API and hands it to the browser to keep.
 *
 * @throws Refused with what the API said, Unreached when no answer came
 */
export async function downloadFile(path: string, name: string): Promise<void> {
  const answer = await fetch(`/api/v1${path}`, {
    credentials: "same-origin",
    headers: { "accept-language": readLanguage() },
  }).catch((cause: unknown) => {
    throw new Unreached("no answer", { cause });
  });
  if (!answer.ok) throw new Refused(answer.status, (await answer.json().catch(() => ({}))) as object);
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

interface Props {
  path: string;
  /** Under which it is kept. */
  name: string;
  children: string;
}

/** Fetches a file; asks for a fresh code first where the API wants one. */
export function DownloadButton({ path, name, children }: Props) {
  const say = useWords(uiWords);
  return (
    <ActButton act={() => downloadFile(path, name)} done={say("download.done", { name })}>
      {children}
    </ActButton>
  );
}
