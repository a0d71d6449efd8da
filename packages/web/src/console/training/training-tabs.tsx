import { useLocation } from "@tanstack/react-router";
import { nominationPageWords } from "../../shared/training/nomination.words.ts";
import { trainerPageWords } from "../../shared/training/trainer.words.ts";
import { trainingWords } from "../../shared/training/training.words.ts";
import { yearplanPageWords } from "../../shared/training/yearplan.words.ts";
import { useWords } from "../../shared/words.ts";
import { PageLink } from "../ui/link.tsx";
import "./training.css";

/** The lists of training that share one place in the menu. */
export function TrainingTabs() {
  const { pathname } = useLocation();
  const tabs = [
    ["/courses", useWords(trainingWords)("courses")],
    ["/trainers", useWords(trainerPageWords)("trainers")],
    ["/training-plan", useWords(yearplanPageWords)("plan")],
    ["/external-places", useWords(nominationPageWords)("places")],
  ] as const;
  return (
    <nav className="training-tabs">
      {tabs.map(([to, title]) => (
        <span
          key={to}
          className={pathname === to ? "is-here" : ""}
          {...(pathname === to && { "aria-current": "page" })}
        >
          {pathname === to ? title : <PageLink to={to}>{title}</PageLink>}
        </span>
      ))}
    </nav>
  );
}
