import { useWords } from "../../shared/words.ts";
import { PageLink } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { layoutWords } from "./layout.words.ts";

/** An address that is none of ours. */
export function Missing() {
  const say = useWords(layoutWords);
  return (
    <Page title={say("missing.title")}>
      <p>{say("missing.detail")}</p>
      <PageLink to="/">{say("missing.home")}</PageLink>
    </Page>
  );
}
