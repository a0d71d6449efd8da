import { Alert, Table } from "antd";
import { useReading } from "../../shared/api/use-reading.ts";
import type { TrainingFigures } from "../../shared/training/class.routes.ts";
import { classPageWords } from "../../shared/training/class.words.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { PageLink } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useYear, YearField } from "./year-field.tsx";

/** What training came to in a year, each figure with the classes behind it. */
export default function FiguresPage() {
  const say = useWords(classPageWords);
  const [year] = useYear();
  const read = useReading("GET /training/figures", { query: { year } });
  return (
    <Page title={say("figures")} about={say("figures.about")}>
      <div className="list-filters">
        <YearField />
      </div>
      <Loaded of={read}>{(figures) => <Shown figures={figures} />}</Loaded>
    </Page>
  );
}

interface Line {
  key: string;
  name: string;
  attendances: number;
  people: number;
  classes: TrainingFigures["taught"]["classes"];
}

const KINDS = ["internal", "external", "outward"] as const;

function Shown({ figures: { trained, taught, open } }: { figures: TrainingFigures }) {
  const say = useWords(classPageWords);
  const word = useDomainWords();
  const lines: Line[] = [
    ...KINDS.map((kind) => ({
      key: kind,
      name: `${say("figures.trained")} · ${word(`course.kind.${kind}`)}`,
      ...trained[kind],
    })),
    { key: "total", name: `${say("figures.trained")} · ${say("figures.total")}`, ...trained.total, classes: [] },
    { key: "taught", name: say("figures.taught"), ...taught },
  ];
  return (
    <>
      {open.length > 0 && (
        <Alert
          type="warning"
          title={say("figures.open", { count: String(open.length) })}
          description={
            <ul className="behind">
              {open.map(({ classId, title }) => (
                <li key={classId}>
                  <PageLink to={`/classes/${classId}`}>{title}</PageLink>
                </li>
              ))}
            </ul>
          }
        />
      )}
      <Table<Line>
        rowKey="key"
        pagination={false}
        dataSource={lines}
        columns={[
          { key: "name", title: say("figures.which"), render: (_, { name }) => name },
          {
            key: "attendances",
            title: say("figures.attendances"),
            align: "right",
            className: "number",
            render: (_, { attendances }) => attendances,
          },
          {
            key: "people",
            title: say("figures.people"),
            align: "right",
            className: "number",
            render: (_, { people }) => people,
          },
        ]}
        expandable={{
          rowExpandable: ({ classes }) => classes.length > 0,
          expandedRowRender: ({ classes }) => <Behind classes={classes} />,
          columnTitle: <span className="unseen">{say("classes")}</span>,
        }}
      />
    </>
  );
}

function Behind({ classes }: Pick<Line, "classes">) {
  return (
    <ul className="behind">
      {classes.map(({ classId, title, attendances }) => (
        <li key={classId}>
          <PageLink to={`/classes/${classId}`}>{title}</PageLink> {attendances}
        </li>
      ))}
    </ul>
  );
}
