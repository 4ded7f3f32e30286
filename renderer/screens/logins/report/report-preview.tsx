import type { ReactNode } from "react";
import type { CallInput, CallOutput } from "../../../../preload/contract.ts";
import { Icon, type IconName } from "../../../components/icon.tsx";
import { formatBytes } from "../../../text/count.ts";

type Wanted = CallInput<"report.preview">;

type ReportPreviewProps = {
  readonly wanted: Wanted;
  readonly preview: CallOutput<"report.preview"> | null;
  readonly isMaking: boolean;
};

/** What will be written: the file, what is masked in it, its sections, and its text. */
export function ReportPreview({ wanted, preview, isMaking }: ReportPreviewProps): ReactNode {
  return (
    <section className="report-preview" aria-label="Preview">
      <div className="report-file">
        <b>{preview?.fileName ?? "Preview"}</b>
        {preview !== null && <span className="faint">{formatBytes(preview.bytes)}</span>}
      </div>
      <ul className="report-masked">
        {maskedLines(wanted).map(({ text, icon, tone }) => (
          <li key={text}>
            <Icon name={icon} size="small" className={tone} />
            {text}
          </li>
        ))}
      </ul>
      {preview !== null && <Contents format={wanted.format} preview={preview} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="code-box report-text" tabIndex={0} aria-label="Text of the report">
        {preview?.text ?? (isMaking ? "The preview is being made." : "There is no preview.")}
      </section>
    </section>
  );
}

type ContentsProps = { readonly format: Wanted["format"]; readonly preview: CallOutput<"report.preview"> };

function Contents({ format, preview }: ContentsProps): ReactNode {
  return (
    <>
      {preview.files.length > 0 && <p className="note quiet">Files in it: {preview.files.join(", ")}.</p>}
      {(format === "html" || format === "bundle") && <p className="note quiet">Its words, as Markdown:</p>}
    </>
  );
}

type Line = { readonly text: string; readonly icon: IconName; readonly tone: string };

/** What the file hides and what it shows, each with a sign: a lock, or an eye that warns. */
export function maskedLines({
  identities,
  requestIds,
}: Pick<Wanted, "identities" | "requestIds">): readonly Line[] {
  const masked = { icon: "lock", tone: "tone-ok" } as const;
  const shown = { icon: "eye", tone: "tone-warn" } as const;
  return [
    { text: "Passwords, tokens, secrets and the licence are never in it.", ...masked },
    identities === "shown"
      ? { text: "People, tenant and app ids are shown.", ...shown }
      : { text: "People, tenant and apps are replaced by labels such as person-1.", ...masked },
    identities === "shown" || requestIds === "shown"
      ? { text: "Trace and correlation ids are shown.", ...shown }
      : { text: "Trace and correlation ids are masked.", ...masked },
  ];
}
