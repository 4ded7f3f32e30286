import { type ReactNode, useEffect, useId } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import type { Template } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Pair } from "../../components/pair.tsx";
import { Tag } from "../../components/tag.tsx";
import { useTemplates } from "../../stores/context.ts";
import { lowerFirst } from "../../text/lower-first.ts";
import { checkWord, loginWord } from "../recipes/outcome-text.ts";
import { asksFor, templateTitle } from "./template-text.ts";
import "./templates.css";

type TemplateListProps = {
  /** Opens the form of the chosen template; null where it stands beside the list. */
  readonly onFillIn?: (() => void) | null;
};

/** Every template to choose one of: those for Entra by recipe, with what the two sign-ins meet, then the other providers. */
export function TemplateList({ onFillIn = null }: TemplateListProps): ReactNode {
  const templates = useTemplates((state) => state.templates);
  const chosen = useTemplates((state) => state.chosen);
  const choose = useTemplates((state) => state.choose);
  const load = useTemplates((state) => state.load);
  const recipeHeading = useId();
  const otherHeading = useId();
  useEffect(() => {
    load();
  }, [load]);
  const ofGroup = (group: Template["group"]) => templates.filter((template) => template.group === group);
  if (templates.length === 0) {
    return null;
  }
  const fillIn = (template: Template) =>
    onFillIn !== null &&
    template.id === chosen && (
      <Button
        look={["small"]}
        className="template-fill"
        aria-label={`Fill in ${templateTitle(template)}`}
        onPress={onFillIn}
      >
        Fill in…
      </Button>
    );
  return (
    <RadioGroup aria-label="Template" className="templates" value={chosen} onChange={choose}>
      <h3 id={recipeHeading}>Entra ID recipes, best first</h3>
      <div className="template-rows">
        {ofGroup("recipe").map((template) => (
          <div key={template.id} className="template-line">
            <RecipeRow template={template} hasFillIn={onFillIn !== null && template.id === chosen} />
            {fillIn(template)}
          </div>
        ))}
      </div>
      <h3 id={otherHeading}>Other set-ups and providers</h3>
      <div className="template-grid">
        {ofGroup("other").map((template) => (
          <div key={template.id} className="template-line">
            <Radio value={template.id} className="template-other">
              <Icon name="document" size="small" />
              <span>
                <span className="template-title">{template.title}</span>
                <span className="template-note">{template.note}</span>
              </span>
            </Radio>
            {fillIn(template)}
          </div>
        ))}
      </div>
    </RadioGroup>
  );
}

type RecipeRowProps = {
  readonly template: Template;
  /** The button stands in the place of how much is asked for. */
  readonly hasFillIn: boolean;
};

function RecipeRow({ template, hasFillIn }: RecipeRowProps): ReactNode {
  const { letter, title, note, advice, outcome } = template;
  return (
    <Radio value={template.id} className="template-row">
      <span className="grow">
        <span className="template-title">
          {title}
          <span className="template-letter">{letter}</span>
          {advice === "recommended" && <Tag tone="accent">Recommended</Tag>}
          {advice === "outdated" && <Tag tone="warn">Outdated</Tag>}
        </span>
        <span className="template-note">
          {note}
          {hasFillIn && ` · ${lowerFirst(asksFor(template))}`}
        </span>
      </span>
      {outcome !== null && <Pair login={loginWord(outcome.login)} check={checkWord(outcome.check)} />}
      <span className="template-asks">{asksFor(template)}</span>
    </Radio>
  );
}
