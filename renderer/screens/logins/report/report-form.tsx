import { type ReactNode, useState } from "react";
import { Form } from "react-aria-components";
import type { CallInput, Problem, ReportView } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { ProblemBanner } from "../../../components/problem-banner.tsx";
import { Segment } from "../../../components/segment.tsx";
import { Toggle } from "../../../components/toggle.tsx";
import { useApp, useHistory } from "../../../stores/context.ts";
import { deliverMade } from "../../../stores/files.ts";
import { count } from "../../../text/count.ts";
import { shortMoment } from "../../../text/day.ts";
import { download } from "../../../text/download.ts";
import { ReportPreview } from "./report-preview.tsx";
import { useReportPreview } from "./use-report-preview.ts";

type Format = CallInput<"report.make">["format"];

const formats: readonly { readonly id: Format; readonly title: string }[] = [
  { id: "markdown", title: "Markdown" },
  { id: "html", title: "HTML" },
  { id: "json", title: "JSON" },
  { id: "bundle", title: "Support bundle" },
];

const formatNotes: Readonly<Record<Format, string>> = {
  markdown: "Text for a ticket or a wiki.",
  html: "One page for people, without scripts.",
  json: "For another program.",
  bundle: "All three and a copy of the profile without secrets, in one ZIP file.",
};

type ReportFormProps = { readonly runIds: readonly string[]; readonly onDone: () => void };

/** What goes into a report, and in which form. Secrets never do. */
export function ReportForm({ runIds, onDone }: ReportFormProps): ReactNode {
  const { host, description } = useApp();
  const listed = useHistory((state) => state.runs);
  const reported = listed.filter(({ id }) => runIds.includes(id));
  const now = new Date();
  const [format, setFormat] = useState<Format>("markdown");
  const [showsPeople, setShowsPeople] = useState(false);
  const [showsIds, setShowsIds] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [made, setMade] = useState<ReportView | null>(null);
  const wanted = {
    runIds: [...runIds],
    format,
    identities: showsPeople ? "shown" : "masked",
    requestIds: showsIds ? "shown" : "masked",
  } as const;
  const shown = useReportPreview(wanted);
  const failed = problem ?? shown.problem;
  const make = async () => {
    setProblem(null);
    const answer = await host.call("report.make", wanted);
    if (!answer.ok) {
      setProblem(answer.problem);
    } else if (answer.value !== null) {
      const undelivered = await deliverMade(host, answer.value, download);
      setProblem(undelivered);
      setMade(undelivered === null ? answer.value : null);
    }
  };
  if (made !== null) {
    return (
      <>
        <p role="status">
          <b>{made.savedTo ?? made.fileName}</b> {made.savedTo === null ? "is downloaded." : "is saved."}
        </p>
        <div className="dialog-actions">
          <Button look={["primary"]} autoFocus onPress={onDone}>
            Done
          </Button>
        </div>
      </>
    );
  }
  return (
    <Form
      className="report-form"
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <div className="report-wanted">
        <div>
          <p>
            Covers the open profile and{" "}
            {runIds.length === 1 ? "this run" : `these ${count(runIds.length, "run")}`}
          </p>
          <ul className="report-runs">
            {reported.map((run) => (
              <li key={run.id}>
                <b>{run.name.title}</b>{" "}
                <span className="report-moment">{shortMoment(run.startedAt, now)}</span>{" "}
                <span className="report-rest">{run.name.rest}</span>{" "}
                <span className={`tone-${run.label.tone}`}>{run.label.text}</span>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <Segment label="Format" options={formats} value={format} onChange={setFormat} />
          <p className="field-help">{formatNotes[format]}</p>
        </div>
        <div className="report-choices">
          <Toggle isOn={showsPeople} onChange={setShowsPeople}>
            Show people, tenant and app ids
          </Toggle>
          <Toggle isOn={showsIds} onChange={setShowsIds}>
            <span className="report-choice">
              Show trace and correlation ids
              <span className="field-help">Microsoft support asks for them</span>
            </span>
          </Toggle>
        </div>
      </div>
      <ReportPreview wanted={wanted} preview={shown.preview} isMaking={shown.isMaking} />
      {failed !== null && <ProblemBanner problem={failed} />}
      <div className="dialog-actions">
        <Button onPress={onDone}>Cancel</Button>
        <Button type="submit" look={["primary"]}>
          {description.capabilities.canShowFileDialogs ? "Save the report…" : "Download the report"}
        </Button>
      </div>
    </Form>
  );
}
