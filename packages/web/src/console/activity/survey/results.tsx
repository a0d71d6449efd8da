import type { SurveyView } from "@yigong/functions/api/survey.view.ts";
import type { ReactNode } from "react";
import { useWords } from "../../../shared/words.ts";
import { surveyPageWords } from "./survey.words.ts";

type Results = NonNullable<SurveyView["results"]>;
type Scored = NonNullable<Results["satisfaction"]>;

/** What may be seen of the answers, each figure with how many said it. */
export function ResultsOf({ results, happiness }: Pick<SurveyView, "results" | "happiness">) {
  const say = useWords(surveyPageWords);
  const top = happiness?.results.top;
  const cards = [...(results ? cardsOf(results, say) : [])];
  if (top)
    cards.push({
      key: "happiness",
      figure: top.percent,
      rest: [say("result.of", { n: String(top.n), of: String(top.of) })],
    });
  return (
    <section>
      <h2>{say("results")}</h2>
      {cards.length === 0 ? (
        <p className="quiet">{say("results.few")}</p>
      ) : (
        <div className="figures">
          {cards.map(({ key, figure, rest }) => (
            <Figure key={key} title={say(`result.${key}`)} figure={figure} rest={rest} />
          ))}
        </div>
      )}
    </section>
  );
}

function Figure({ title, figure, rest }: { title: string; figure: ReactNode; rest: readonly string[] }) {
  return (
    <div className="figure">
      <div>{title}</div>
      <div className="figure-value number">{figure}</div>
      {rest.map((line) => (
        <div className="quiet number" key={line}>
          {line}
        </div>
      ))}
    </div>
  );
}

interface CardOf {
  key: "csat" | "satisfaction" | "solved" | "attitude" | "punctuality" | "recommend" | "happiness";
  figure: string;
  rest: string[];
}

function cardsOf(results: Results, say: ReturnType<typeof useWords<(typeof surveyPageWords)["zh-CN"]>>): CardOf[] {
  const { csat, solved, recommend } = results;
  const scored = (key: "satisfaction" | "attitude" | "punctuality", of: Scored | undefined): CardOf[] =>
    of
      ? [
          {
            key,
            figure: (of.sum / of.n).toFixed(2),
            rest: [say("result.n", { n: String(of.n) }), say("result.steps", { steps: of.steps.join(" · ") })],
          },
        ]
      : [];
  return [
    ...(csat
      ? [
          {
            key: "csat" as const,
            figure: csat.percent,
            rest: [say("result.of", { n: String(csat.n), of: String(csat.of) })],
          },
        ]
      : []),
    ...scored("satisfaction", results.satisfaction),
    ...(solved
      ? [
          {
            key: "solved" as const,
            figure: `${Math.round((100 * solved.yes) / solved.n)}%`,
            rest: [
              say("result.n", { n: String(solved.n) }),
              say("result.solvedSteps", {
                yes: String(solved.yes),
                partly: String(solved.partly),
                no: String(solved.no),
              }),
            ],
          },
        ]
      : []),
    ...scored("attitude", results.attitude),
    ...scored("punctuality", results.punctuality),
    ...(recommend
      ? [
          {
            key: "recommend" as const,
            figure: String(recommend.score),
            rest: [
              say("result.n", { n: String(recommend.n) }),
              say("result.interval", { from: String(recommend.interval[0]), to: String(recommend.interval[1]) }),
            ],
          },
        ]
      : []),
  ];
}
