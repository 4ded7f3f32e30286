import type { ReactNode } from "react";
import type { PolicyDetail, PolicyForSignIn } from "../../../preload/contract.ts";
import { CertaintyTag } from "../../components/certainty-tag.tsx";
import { CodedText } from "../../components/coded-text.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import { MiddleCut } from "../../components/middle-cut.tsx";
import { Section } from "../../components/tool-bar.tsx";
import { lowerFirst } from "../../text/lower-first.ts";
import { cellIcons, shownWord } from "./matrix-groups.ts";
import { sharedReasons } from "./shared-reasons.ts";
import { signInTitles } from "./sign-in-titles.ts";

/** What a policy does to each sign-in; below, why: what is so for both once, what differs for each. */
export function PolicyReasons({ detail }: { readonly detail: PolicyDetail }): ReactNode {
  const { shared, own } = sharedReasons(detail.signIns);
  const isSame = own.every(({ conditions }) => conditions.length === 0);
  const reasons = [
    ...own.flatMap(({ signIn, conditions }) =>
      conditions.map((condition) => ({
        ...condition,
        title:
          own.length === 1 ? condition.title : `${condition.title}, ${lowerFirst(signInTitles[signIn.id])}`,
      })),
    ),
    ...shared,
  ].sort((one, other) => rank(detail, one.title) - rank(detail, other.title));
  return (
    <>
      <Section title="What this policy does alone" aside="predicted">
        <div className="ca-effects">
          {own.map(({ signIn }) => (
            <Effect key={signIn.id} signIn={signIn} />
          ))}
        </div>
      </Section>
      {reasons.length + detail.notConfigured.length > 0 && (
        <Section title="Why" {...(isSame && own.length > 1 ? { aside: "the same for both sign-ins" } : {})}>
          <Conditions conditions={reasons} notConfigured={detail.notConfigured} />
        </Section>
      )}
      <OtherSettings signIns={detail.signIns} />
    </>
  );
}

/** Where a reason stands among the conditions of the policy. */
function rank({ signIns }: PolicyDetail, title: string): number {
  const titles = signIns.flatMap(({ conditions }) => conditions.map((each) => each.title));
  return titles.findIndex((each) => title === each || title.startsWith(`${each}, `));
}

function Effect({ signIn: { id, cell } }: { readonly signIn: PolicyForSignIn }): ReactNode {
  const icon = cellIcons[cell.kind];
  return (
    <h3 className="ca-effect">
      <Icon name={id} size="small" />
      {signInTitles[id]}
      <span className={`ca-cell ca-cell-${cell.kind}`} title={cell.word}>
        {icon !== null && <Icon name={icon} size="small" />}
        <MiddleCut value={shownWord(cell)} whole={cell.word} />
      </span>
    </h3>
  );
}

const outcomes = {
  yes: { icon: "check", tone: "tone-ok", word: "Met" },
  no: { icon: "remove", tone: "tone-mute", word: "Not met" },
  depends: { icon: "question", tone: "tone-warn", word: "Open" },
} as const satisfies Record<
  string,
  { readonly icon: IconName; readonly tone: string; readonly word: string }
>;

type ConditionsProps = {
  readonly conditions: PolicyForSignIn["conditions"];
  readonly notConfigured?: readonly string[];
};

function Conditions({ conditions, notConfigured = [] }: ConditionsProps): ReactNode {
  if (conditions.length + notConfigured.length === 0) return null;
  return (
    <ul className="ca-conditions">
      {conditions.map(({ title, outcome, text, certainty }) => (
        <li key={`${title} ${text}`}>
          <span className={outcomes[outcome].tone}>
            <Icon name={outcomes[outcome].icon} size="small" />
            <span className="visually-hidden">{outcomes[outcome].word}: </span>
          </span>
          <p>
            <b>{title}</b> {certainty === "inferred" && <CertaintyTag certainty={certainty} />}
            <span className="quiet">
              <CodedText text={text} />
            </span>
          </p>
        </li>
      ))}
      {notConfigured.length > 0 && (
        <li>
          <span className="tone-mute">
            <Icon name="skip" size="small" />
          </span>
          <p>
            <b>No condition</b>
            <span className="quiet">
              {notConfigured.map((title, index) => (index === 0 ? title : lowerFirst(title))).join(", ")}
            </span>
          </p>
        </li>
      )}
    </ul>
  );
}

const settingTitles: Readonly<Record<string, string>> = { enforced: "Enforced", legacy: "Legacy" };
const applyTexts = { yes: "Applies", no: "Does not apply", depends: "Depends" } as const;

/** What the policy would do under the other baseline-scope settings, where that differs. */
function OtherSettings({ signIns }: { readonly signIns: readonly PolicyForSignIn[] }): ReactNode {
  if (signIns.every(({ otherSettings }) => otherSettings.length === 0)) return null;
  return (
    <Section title="With the other settings" aside="of basic scopes">
      <dl className="ca-settings">
        {signIns.flatMap(({ id, otherSettings }) =>
          otherSettings.map(({ setting, applies }) => (
            <div key={`${id} ${setting}`}>
              <dt>
                {signInTitles[id]}, {(settingTitles[setting] ?? "Placeholder app").toLowerCase()}
              </dt>
              <dd>{applyTexts[applies]}</dd>
            </div>
          )),
        )}
      </dl>
    </Section>
  );
}
