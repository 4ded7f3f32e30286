import type { ReactNode } from "react";
import { Form } from "react-aria-components";
import type { Blank, Template } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { PracticeTag } from "../../components/tag.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useTemplates } from "../../stores/context.ts";
import { hasAnswers } from "../../stores/templates-store.ts";
import { templateTitle } from "./template-text.ts";
import "./templates.css";

type TemplateFormProps = {
  readonly onMade: () => void;
  /** Nothing else on the page is the one thing to do; who has begun to fill it in has decided. */
  readonly isMainWay?: boolean;
};

/** The blanks of the chosen template and the button that makes the profile. Blanks may stay open; lint then says so. */
export function TemplateForm({ onMade, isMainWay = true }: TemplateFormProps): ReactNode {
  const isBegun = useTemplates(hasAnswers);
  const isPicked = useTemplates((state) => state.isPicked);
  const template = useTemplates((state) => state.templates.find(({ id }) => id === state.chosen));
  const problem = useTemplates((state) => state.problem);
  const dismiss = useTemplates((state) => state.dismiss);
  const make = useTemplates((state) => state.make);
  if (template === undefined) {
    return null;
  }
  return (
    <section className="template-form" aria-label="Blanks of the template">
      <p className="template-kind">
        {isPicked || isBegun || template.advice !== "recommended" ? "Template" : "Recommended template"}
      </p>
      <h2>{templateTitle(template)}</h2>
      <p className="note quiet">{template.summary}</p>
      {template.advice === "outdated" && <Outdated template={template} />}
      <Form
        onSubmit={async (event) => {
          event.preventDefault();
          if (await make()) {
            onMade();
          }
        }}
      >
        {template.blanks.map((blank) => (
          <BlankField key={blank.id} blank={blank} canLookUp={template.provider === "EntraID"} />
        ))}
        {problem !== null && <ProblemBanner problem={problem} onDismiss={dismiss} />}
        <Button type="submit" look={isMainWay || isBegun ? ["primary"] : []}>
          Make the profile
        </Button>
      </Form>
      <p className="field-help">
        What you leave empty is marked in the profile and stays an error until it is filled in.
      </p>
    </section>
  );
}

function Outdated({ template }: { readonly template: Template }): ReactNode {
  return (
    <p className="finding finding-warning">
      <Icon name="warning" />
      <span>{template.note}. Two API apps, D, keep MFA away from the check under either rule.</span>
    </p>
  );
}

type BlankFieldProps = { readonly blank: Blank; readonly canLookUp: boolean };

function BlankField({ blank, canLookUp }: BlankFieldProps): ReactNode {
  const value = useTemplates((state) => state.answers[blank.id] ?? "");
  const wrong = useTemplates((state) => state.wrong.find(({ blank: id }) => id === blank.id)?.problem);
  const fill = useTemplates((state) => state.fill);
  const helpId = `blank-${blank.id}-help`;
  const wrongId = `blank-${blank.id}-wrong`;
  const isTenant = blank.form === "tenant" && canLookUp;
  const field = (
    <TextField
      label={blank.title}
      placeholder={blank.hint}
      value={value}
      onChange={(text) => fill(blank.id, text)}
      type={blank.form === "secret" ? "password" : "text"}
      describedBy={wrong === undefined ? helpId : wrongId}
      showLabel
      className="grow"
      {...(wrong === undefined ? {} : { tone: "error" as const })}
    />
  );
  return (
    <div className="template-blank">
      {isTenant ? <TenantLine field={field} /> : field}
      {wrong === undefined ? (
        <p id={helpId} className="field-help">
          {isTenant && <LookUpNote />}
          {blank.without}
        </p>
      ) : (
        <p id={wrongId} role="alert" className="field-help tone-err">
          <Icon name="error" size="small" /> {wrong.title} {wrong.fix}
        </p>
      )}
    </div>
  );
}

function TenantLine({ field }: { readonly field: ReactNode }): ReactNode {
  const isAsking = useTemplates((state) => state.lookUp.kind === "asking");
  const isEmpty = useTemplates((state) => (state.answers.tenant ?? "").trim() === "");
  const ask = useTemplates((state) => state.askForTenant);
  return (
    <div className="template-tenant">
      {field}
      <Button onPress={ask} isDisabled={isEmpty || isAsking}>
        {isAsking ? "Asking" : "Look up"}
      </Button>
    </div>
  );
}

/** Says who would be asked before anybody is, and what was answered. */
function LookUpNote(): ReactNode {
  const lookUp = useTemplates((state) => state.lookUp);
  const asked = useTemplates((state) => state.tenantHost);
  if (lookUp.kind === "found") {
    return (
      <span role="status">
        <Icon name="check" size="small" /> {lookUp.host} names this ID for {lookUp.domain}.
      </span>
    );
  }
  if (lookUp.kind === "failed") {
    return (
      <span role="alert" className="tone-err">
        <Icon name="error" size="small" /> {lookUp.problem.title} {lookUp.problem.detail} {lookUp.problem.fix}
      </span>
    );
  }
  return asked === null ? null : (
    <>
      Look up asks {asked.host} for the ID and sends only the domain. {asked.practice && <PracticeTag />}
    </>
  );
}
