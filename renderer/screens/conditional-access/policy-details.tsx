import type { ReactNode } from "react";
import type { NamedList, PolicyDetail, PolicyForSignIn } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import { MarkedText } from "../../components/marked-text.tsx";
import { Tag } from "../../components/tag.tsx";
import { Section } from "../../components/tool-bar.tsx";
import { cellIcons } from "./matrix-groups.ts";
import { OpenQuestions } from "./open-questions.tsx";
import { TryPolicy } from "./try-policy.tsx";

type PolicyDetailsProps = { readonly detail: PolicyDetail; readonly onClose: () => void };

/** One policy: what it does to each sign-in, every condition, what the export lost, whom it names. */
export function PolicyDetails({ detail, onClose }: PolicyDetailsProps): ReactNode {
  return (
    <>
      <header className="ca-drawer-head">
        <div className="grow">
          <h2>
            <MarkedText text={detail.displayName} />
          </h2>
          <p className="small quiet">
            {stateText(detail.state)} · {detail.targets} · {detail.effect}
          </p>
        </div>
        <Button look={["icon"]} aria-label="Close the policy" onPress={onClose}>
          <Icon name="remove" />
        </Button>
      </header>
      {detail.lost !== null && <Lost lost={detail.lost} />}
      <OpenQuestions detail={detail} />
      {detail.signIns.map((signIn) => (
        <Conditions key={signIn.id} signIn={signIn} notConfigured={detail.notConfigured} />
      ))}
      <TryPolicy detail={detail} />
      {detail.lists.length > 0 && (
        <Section title="Named in it">
          {detail.lists.map((list) => (
            <Names key={list.title} list={list} />
          ))}
        </Section>
      )}
      {detail.unresolved.length > 0 && (
        <Section title="Names where ids belong">
          <p className="note quiet">They match nothing but themselves: {detail.unresolved.join(", ")}.</p>
        </Section>
      )}
      {detail.source !== null && (
        <Section title="From">
          <p className="note quiet ca-break">{detail.source}</p>
        </Section>
      )}
    </>
  );
}

function stateText(state: string | null): string {
  if (state === null) return "State not in the file";
  if (state === "enabled") return "On";
  if (state === "disabled") return "Off";
  return /^enabledForReporting/i.test(state) ? "Report only" : state;
}

function Lost({ lost }: { readonly lost: NonNullable<PolicyDetail["lost"]> }): ReactNode {
  return (
    <Section title="Lost by the export">
      <p className="note">
        <span className="tone-err">
          <Icon name="error" size="small" /> {lost.places.join(", ")}
        </span>
      </p>
      <p className="note quiet ca-break">{lost.exportWhole}</p>
      <CopyButton text={lost.exportWhole} label="Copy how to export it whole">
        Copy
      </CopyButton>
    </Section>
  );
}

const signInTitles = { "login-window": "Login window", "password-check": "Password check" } as const;

const outcomes = {
  yes: { icon: "check", tone: "tone-ok", word: "Met" },
  no: { icon: "remove", tone: "tone-mute", word: "Not met" },
  depends: { icon: "question", tone: "tone-warn", word: "Open" },
} as const satisfies Record<
  string,
  { readonly icon: IconName; readonly tone: string; readonly word: string }
>;

const settingTitles: Readonly<Record<string, string>> = { enforced: "Enforced", legacy: "Legacy" };
const applyTexts = { yes: "Applies", no: "Does not apply", depends: "Depends" } as const;

function Conditions({
  signIn,
  notConfigured,
}: {
  readonly signIn: PolicyForSignIn;
  readonly notConfigured: readonly string[];
}): ReactNode {
  const icon = cellIcons[signIn.cell.kind];
  return (
    <Section title={signInTitles[signIn.id]}>
      <p className="ca-effect">
        <span className={`ca-cell ca-cell-${signIn.cell.kind}`} title={signIn.cell.word}>
          {icon !== null && <Icon name={icon} size="small" />}
          <span className="cut">{signIn.cell.word}</span>
        </span>
      </p>
      <ul className="ca-conditions">
        {signIn.conditions.map(({ title, outcome, text, certainty }) => (
          <li key={`${title} ${text}`}>
            <span className={outcomes[outcome].tone}>
              <Icon name={outcomes[outcome].icon} size="small" />
              <span className="visually-hidden">{outcomes[outcome].word}: </span>
            </span>
            <p>
              <b>{title}</b> {certainty === "inferred" && <Tag tone="line">Inferred</Tag>}
              <span className="quiet">{text}</span>
            </p>
          </li>
        ))}
        {notConfigured.length > 0 && (
          <li>
            <span className="tone-mute">
              <Icon name="skip" size="small" />
            </span>
            <p>
              <b>Not configured</b>
              <span className="quiet">{notConfigured.join(", ")}</span>
            </p>
          </li>
        )}
      </ul>
      {signIn.otherSettings.length > 0 && (
        <dl className="ca-settings">
          {signIn.otherSettings.map(({ setting, applies }) => (
            <div key={setting}>
              <dt>Baseline scopes: {settingTitles[setting] ?? "placeholder app"}</dt>
              <dd>{applyTexts[applies]}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}

/** More are counted. */
const mostNames = 12;

function Names({ list }: { readonly list: NamedList }): ReactNode {
  return (
    <dl className="ca-names">
      <dt>{list.title}</dt>
      {(["included", "excluded"] as const).map((side) =>
        list[side].length === 0 ? null : (
          <dd key={side}>
            <span className="faint">{side === "included" ? "Included" : "Excluded"}</span>{" "}
            {list[side].slice(0, mostNames).map(({ id, name }, index) => (
              <span key={id}>
                {index > 0 && ", "}
                {name === null ? (
                  <code>{id}</code>
                ) : (
                  <span title={id}>
                    <MarkedText text={name} />
                  </span>
                )}
              </span>
            ))}
            {list[side].length > mostNames && ` and ${list[side].length - mostNames} more`}
          </dd>
        ),
      )}
    </dl>
  );
}
