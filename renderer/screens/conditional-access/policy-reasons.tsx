import type { ReactNode } from "react";
import type { PolicyDetail, PolicyForSignIn } from "../../../preload/contract.ts";
import { Icon, type IconName } from "../../components/icon.tsx";
import { MarkedText } from "../../components/marked-text.tsx";
import { MiddleCut } from "../../components/middle-cut.tsx";
import { Tag } from "../../components/tag.tsx";
import { Section } from "../../components/tool-bar.tsx";
import { cellIcons } from "./matrix-groups.ts";
import { sharedReasons } from "./shared-reasons.ts";
import { signInTitles } from "./sign-in-titles.ts";

/** What a policy does to each sign-in, with what is so for that one only; below, once, what is so for both. */
export function PolicyReasons({ detail }: { readonly detail: PolicyDetail }): ReactNode {
  const { shared, own } = sharedReasons(detail.signIns);
  const hasShared = shared.length > 0 || detail.notConfigured.length > 0;
  return (
    <>
      <Section title="What it does">
        <div className="ca-effects">
          {own.map(({ signIn, conditions }) => (
            <div key={signIn.id}>
              <Effect signIn={signIn} />
              <Conditions conditions={conditions} />
            </div>
          ))}
        </div>
      </Section>
      {hasShared && (
        <Section title="Why" {...(own.length > 1 ? { aside: "the same for both sign-ins" } : {})}>
          <Conditions conditions={shared} notConfigured={detail.notConfigured} />
        </Section>
      )}
      <OtherSettings signIns={detail.signIns} />
    </>
  );
}

function Effect({ signIn: { id, cell } }: { readonly signIn: PolicyForSignIn }): ReactNode {
  const icon = cellIcons[cell.kind];
  return (
    <h3 className="ca-effect">
      <Icon name={id} size="small" />
      {signInTitles[id]}
      <span className={`ca-cell ca-cell-${cell.kind}`} title={cell.word}>
        {icon !== null && <Icon name={icon} size="small" />}
        <MiddleCut value={cell.word} />
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
            <b>{title}</b> {certainty === "inferred" && <Tag tone="line">Inferred</Tag>}
            <span className="quiet">
              <MarkedText text={text} />
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
            <b>No condition on</b>
            <span className="quiet">
              {notConfigured.map((title) => title.charAt(0).toLowerCase() + title.slice(1)).join(", ")}
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
