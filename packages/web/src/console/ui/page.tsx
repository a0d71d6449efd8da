import { type ReactNode, useEffect } from "react";
import { useWords } from "../../shared/words.ts";
import { PageLink } from "./link.tsx";
import { uiWords } from "./ui.words.ts";

interface Props {
  title: string;
  /** Where one came from, nearest last. */
  path?: readonly { to: string; title: string }[];
  /** Beside the title: a stage, a count. */
  beside?: ReactNode;
  /** What can be done; the one primary action last. */
  actions?: ReactNode;
  /** Below the title: what and when in one line. */
  about?: ReactNode;
  children: ReactNode;
}

/** One page: what it is, what can be done here, and what there is to see. */
export function Page({ title, path = [], beside, actions, about, children }: Props) {
  const say = useWords(uiWords);
  useEffect(() => {
    document.title = say("page.title", { page: title });
  }, [say, title]);
  return (
    <div className="page">
      {path.length > 0 && (
        <nav className="path">
          {path.map(({ to, title: name }, at) => (
            <span key={to}>
              {at > 0 && " / "}
              <PageLink to={to}>{name}</PageLink>
            </span>
          ))}
        </nav>
      )}
      <header className="page-head">
        <div className="page-title">
          <h1>{title}</h1>
          {beside}
        </div>
        {actions && <div className="page-acts">{actions}</div>}
      </header>
      {about && <div className="page-about">{about}</div>}
      {children}
    </div>
  );
}
