import { type ReactNode, useState } from "react";
import { Checkbox } from "react-aria-components";
import type { SignInReport, SignInsAnswer } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { MiddleCut } from "../../components/middle-cut.tsx";
import { Popup } from "../../components/popup.tsx";
import { Section } from "../../components/tool-bar.tsx";
import { useSignIns } from "../../stores/context.ts";
import type { SignInsChoice } from "../../stores/sign-ins-query.ts";
import { groupDigits } from "../../text/count.ts";
import { Acts } from "./acts.tsx";
import { RowSection } from "./row-section.tsx";
import { classes, classMeaning, className, classTone } from "./sign-in-text.ts";

/** What the log says that somebody should act on, and what the chosen row means. */
export function SidePanel({ answer }: { readonly answer: SignInsAnswer }): ReactNode {
  const { report } = answer;
  const others = report.findings.filter(({ rule }) => !Object.hasOwn(heads, rule));
  return (
    <>
      <RowSection />
      <Classes report={report} />
      {Object.entries(heads).map(([rule, title]) => (
        <Acts
          key={rule}
          title={title}
          findings={report.findings.filter((finding) => finding.rule === rule)}
        />
      ))}
      <Breakdown answer={answer} />
      {others.length > 0 && (
        <Section title="How it was read">
          <ul className="signs-notes note quiet">
            {others.map(({ title, detail }) => (
              <li key={title}>
                <b>{title}</b> {detail}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

const heads: Readonly<Record<string, string>> = {
  "near-lock-out": "Close to lock-out",
  "failures-keep-rhythm": "On the rhythm of the check",
  "checks-began-to-meet-mfa": "When it began",
  "risk-from-checks": "Risk from checks",
};

function Classes({ report }: { readonly report: SignInReport }): ReactNode {
  const chosen = useSignIns((state) => state.choice.classes);
  const choose = useSignIns((state) => state.choose);
  return (
    <Section title="Classes" aside="rows">
      {classes.map((name) => {
        const rows = report.classes[name];
        return (
          <Checkbox
            key={name}
            className={rows === 0 ? "checkbox signs-class faint" : "checkbox signs-class"}
            isSelected={rows > 0 && (chosen.length === 0 || chosen.includes(name))}
            {...(rows === 0 ? { isDisabled: true } : {})}
            onChange={(isOn) => {
              const before = chosen.length === 0 ? classes : chosen;
              const next = isOn ? [...before, name] : before.filter((each) => each !== name);
              choose({ classes: next.length === classes.length ? [] : next });
            }}
          >
            {({ isSelected }) => (
              <>
                <span className="checkbox-box">{isSelected && <Icon name="check" size="small" />}</span>
                <span className={`signs-key signs-${rows === 0 ? "none" : classTone[name]}`} />
                <span className="grow cut" title={classMeaning[name]}>
                  {className[name]}
                </span>
                <span className="signs-number">{groupDigits(rows)}</span>
              </>
            )}
          </Checkbox>
        );
      })}
      {chosen.length > 0 && (
        <Button look={["plain", "small"]} onPress={() => choose({ classes: [] })}>
          Show all classes
        </Button>
      )}
    </Section>
  );
}

const parts = ["People", "Codes", "Applications", "Policies", "Places"] as const;
type Part = (typeof parts)[number];
/** Nobody reads a longer list beside a table. */
const shown = 12;

/** The rows by person, code, application, policy or place; each narrows what is shown to it. */
function Breakdown({ answer }: { readonly answer: SignInsAnswer }): ReactNode {
  const [part, setPart] = useState<Part>("People");
  const choose = useSignIns((state) => state.choose);
  const lines = linesOf(answer, part);
  const total = part === "People" ? answer.people : lines.length;
  return (
    <section className="section signs-counted">
      <div className="section-head">
        <h2>Counted by</h2>
        <Popup
          label="What the rows are counted by"
          options={parts.map((id) => ({ id, title: id }))}
          value={part}
          onChange={(id) => setPart(parts.find((each) => each === id) ?? "People")}
        />
        <span>{part === "Policies" || part === "Codes" ? "rows" : "real failures / rows"}</span>
      </div>
      <ul className="signs-by">
        {lines.slice(0, shown).map(({ key, title, number, change }) => (
          <li key={key}>
            <Button look={["plain", "small"]} className="signs-by-line" onPress={() => choose(change)}>
              <MiddleCut value={title} />
              <span className="signs-number">{number}</span>
            </Button>
          </li>
        ))}
      </ul>
      {lines.length === 0 && <p className="note quiet">The rows name none.</p>}
      {total > shown && <p className="note faint">and {groupDigits(total - shown)} more</p>}
    </section>
  );
}

type Line = {
  readonly key: string;
  readonly title: string;
  readonly number: string;
  readonly change: Partial<SignInsChoice>;
};

function linesOf({ report }: SignInsAnswer, part: Part): readonly Line[] {
  const both = (failures: number, rows: number) => `${groupDigits(failures)} / ${groupDigits(rows)}`;
  switch (part) {
    case "People":
      return report.byUser.map(({ user, failures, rows }) => ({
        key: user,
        title: user === "" ? "nobody named" : user,
        number: both(failures, rows),
        change: { user },
      }));
    case "Codes":
      return report.byCode.map(({ code, class: name, rows }) => ({
        key: String(code),
        title: `${code} ${className[name]}`,
        number: groupDigits(rows),
        change: { code },
      }));
    case "Applications":
      return report.byApp.map(({ appId, app, failures, rows }) => ({
        key: appId ?? "",
        title: app ?? appId ?? "no name",
        number: both(failures, rows),
        change: appId === null ? {} : { apps: { appId } },
      }));
    case "Policies":
      return report.byPolicy.map(({ policy, rows }) => ({
        key: policy,
        title: policy,
        number: groupDigits(rows),
        change: { policy },
      }));
    case "Places":
      return report.byPlace.map(({ place, failures, rows }) => ({
        key: place,
        title: place,
        number: both(failures, rows),
        change: { place },
      }));
  }
}
