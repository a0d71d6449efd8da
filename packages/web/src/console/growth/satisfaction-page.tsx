import { Button, Table } from "antd";
import { useReading } from "../../shared/api/use-reading.ts";
import type { Satisfaction } from "../../shared/growth/growth.routes.ts";
import { useMarks } from "../../shared/marks.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Blank } from "../ui/blank.tsx";
import { Page } from "../ui/page.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useRoles } from "../ui/use-roles.ts";
import { useUnits } from "../units/use-units.ts";
import { FormTable } from "./form-results.tsx";
import { GrowthTabs } from "./growth-tabs.tsx";
import { satisfactionWords } from "./satisfaction.words.ts";
import "./growth.css";
import { AskEmployees, CallOff, CorrectYear, StateYear } from "./satisfaction-acts.tsx";
import { SatisfactionChart } from "./satisfaction-chart.tsx";

type Year = Satisfaction["years"][number];
type Survey = Satisfaction["surveys"][number];

/** How satisfied employees were, by year, and our own surveys. */
export default function SatisfactionPage() {
  const say = useWords(satisfactionWords);
  const mayWrite = useRoles()("alliance");
  const read = useReading("GET /satisfaction");
  return (
    <Page
      title={say("title")}
      beside={<GrowthTabs at="satisfaction" />}
      about={say("about")}
      actions={
        mayWrite && (
          <>
            <StateYear />
            <AskEmployees />
          </>
        )
      }
    >
      <Loaded of={read}>
        {({ years, surveys }) =>
          years.length + surveys.length === 0 ? (
            <Blank title={say("empty")}>{say("empty.detail")}</Blank>
          ) : (
            <>
              {years.length > 0 && <SatisfactionChart years={years} />}
              {years.length > 0 && <Years years={years} mayWrite={mayWrite} />}
              {surveys.map((survey) => (
                <OneSurvey key={survey.form.id} survey={survey} mayWrite={mayWrite} />
              ))}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Years({ years, mayWrite }: { years: readonly Year[]; mayWrite: boolean }) {
  const say = useWords(satisfactionWords);
  const word = useDomainWords();
  const columns = [say("year"), say("index"), say("change"), say("from"), say("source")];
  const save = async () => {
    const { saveWorkbook } = await import("../ui/workbook.ts");
    const rows = years.map(({ year, index, change, from, source }) => [
      ...[year, Number(index), change === undefined ? undefined : Number(change)],
      ...[word(`satisfaction.from.${from}`), source],
    ]);
    await saveWorkbook(
      say("title"),
      columns.map((header) => ({ header })),
      rows,
    );
  };
  return (
    <>
      <Button className="growth-save" onClick={() => void save()}>
        {say("save")}
      </Button>
      <Table<Year>
        size="small"
        rowKey="year"
        dataSource={[...years]}
        pagination={false}
        scroll={{ x: true }}
        columns={[
          { key: "year", title: columns[0], render: (_, { year }) => year },
          { key: "index", title: columns[1], align: "right", render: (_, { index }) => <strong>{index}</strong> },
          { key: "change", title: columns[2], align: "right", render: (_, year) => <Change year={year} /> },
          { key: "from", title: columns[3], render: (_, { from }) => word(`satisfaction.from.${from}`) },
          { key: "source", title: columns[4], render: (_, year) => <Source year={year} /> },
          ...(mayWrite
            ? [
                {
                  key: "act",
                  title: say("correct"),
                  render: (_: unknown, year: Year) =>
                    year.from !== "survey" && <CorrectYear key={year.version} year={year} />,
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

function Change({ year: { change, isOtherWay } }: { year: Year }) {
  const say = useWords(satisfactionWords);
  if (change === undefined) return <span className="quiet">{say("change.none")}</span>;
  return (
    <>
      {change}
      {isOtherWay && <div className="quiet">{say("change.otherWay")}</div>}
    </>
  );
}

function Source({ year: { source, corrections = [] } }: { year: Year }) {
  const say = useWords(satisfactionWords);
  const when = useWhen();
  const { list } = useMarks();
  const text = corrections.map(({ index, at, reason }) => say("correction", { index, when: when.instant(at), reason }));
  return (
    <>
      {source ?? "–"}
      {text.length > 0 && <div className="quiet">{say("corrections", { text: list(text) })}</div>}
    </>
  );
}

function OneSurvey({ survey, mayWrite }: { survey: Survey; mayWrite: boolean }) {
  const say = useWords(satisfactionWords);
  const when = useWhen();
  const { year, form, isOpen, index, interval, parts, ...results } = survey;
  const { asked, closesAt } = form;
  return (
    <section className="growth-card">
      <h2>{say("survey", { year: String(year) })}</h2>
      {isOpen && mayWrite && <CallOff formId={form.id} />}
      {isOpen ? (
        <p>{say("survey.open", { when: when.instant(closesAt), asked: String(asked) })}</p>
      ) : (
        <>
          {index && interval && (
            <p className="strong">{say("survey.index", { index, low: interval.low, high: interval.high })}</p>
          )}
          <FormTable kind="satisfaction" results={{ ...results, asked }} />
          {index && <Parts parts={parts ?? []} />}
        </>
      )}
    </section>
  );
}

function Parts({ parts }: { parts: NonNullable<Survey["parts"]> }) {
  const say = useWords(satisfactionWords);
  const { nameOf } = useUnits();
  return (
    <>
      <h3>{say("parts")}</h3>
      {parts.length === 0 ? (
        <p className="quiet">{say("parts.none")}</p>
      ) : (
        <Table
          size="small"
          rowKey="unitId"
          dataSource={[...parts]}
          pagination={false}
          columns={[
            { key: "part", title: say("part"), render: (_, { unitId }) => nameOf(unitId) },
            { key: "n", title: say("count"), align: "right", render: (_, { n }) => n },
            { key: "index", title: say("index"), align: "right", render: (_, one) => one.index },
          ]}
        />
      )}
    </>
  );
}
