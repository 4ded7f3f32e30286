import { type ReactNode, useId } from "react";
import type { Finding, LoginResult, Recipe } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { Icon } from "../../../components/icon.tsx";
import { TestFinding } from "../../../components/test-finding.tsx";
import { useShownFinding } from "../../../components/use-shown-finding.ts";
import { WhyButton } from "../../../components/why-button.tsx";
import { RecipeLetters } from "../../../features/recipes/recipe-letters.tsx";
import { useSetUpRecipe } from "../../../features/recipes/use-set-up-recipe.ts";
import type { Run } from "../../../stores/run.ts";
import { findingName } from "../../../text/finding-name.ts";
import { byWeight } from "../result/by-weight.ts";
import { FindingsPart } from "../result/findings-part.tsx";
import { findingsOfBoth } from "./findings-of-both.ts";
import { Change } from "./recipe-change.tsx";

type FindingsSectionProps = {
  readonly paired: NonNullable<Run["paired"]>;
  readonly login: LoginResult;
  readonly check: LoginResult;
  readonly recipes: readonly Recipe[];
};

/** What was found about both sign-ins, each beside its fix: first what every check costs, then the others by weight. */
export function FindingsSection({ paired, login, check, recipes }: FindingsSectionProps): ReactNode {
  const all = byWeight(findingsOfBoth(paired, login, check));
  const lit = recipes.find(({ name }) => name === paired.recipe)?.letter ?? null;
  const { cost } = check.signInLog;
  const price = priceOf(cost?.sentence ?? "");
  // The finding of the check's own answer says why each check costs a line: one finding, with one fix.
  const cause =
    cost === undefined ? undefined : all.find(({ rule }) => rule === `aadsts-${check.error?.code}`);
  const findings = all.filter((finding) => finding !== cause);
  if (findings.length === 0 && cost === undefined && lit === null) return null;
  const recipe = (
    <>
      <span className="small faint">Recipe</span>
      <RecipeLetters recipes={recipes} lit={lit} isWarned={!paired.checkClean || paired.loginMfa !== "yes"} />
    </>
  );
  const change = (
    <div className="test-finding-fix">
      <Change paired={paired} login={login} check={check} recipes={recipes} />
    </div>
  );
  return (
    <FindingsPart
      hasFix={cost !== undefined || findings.some(({ fix }) => fix !== undefined)}
      {...(lit === null ? {} : { aside: recipe })}
    >
      {cost !== undefined &&
        (cause === undefined ? (
          <article className="test-finding">
            <PriceText price={price} />
            {change}
          </article>
        ) : (
          <CausedPrice price={price} cause={cause}>
            {change}
          </CausedPrice>
        ))}
      {findings.map((finding) => (
        <TestFinding key={findingName(finding)} finding={finding}>
          {ofRecipe.has(finding.rule) && <CheckInSetUp recipe={paired.recipe} />}
        </TestFinding>
      ))}
    </FindingsPart>
  );
}

type CausedPriceProps = {
  readonly price: Price;
  readonly cause: Finding;
  readonly children: ReactNode;
};

/** What every check costs, with the finding that says why; F8 walks to it by that finding's name. */
function CausedPrice({ price, cause, children }: CausedPriceProps): ReactNode {
  const titleId = useId();
  const shown = useShownFinding<HTMLElement>(cause, false);
  return (
    <article className="test-finding" aria-labelledby={titleId} {...shown}>
      <PriceText price={price} titleId={titleId}>
        <p className="finding-detail">{`${cause.title} ${cause.detail}`}</p>
        <WhyButton finding={cause} />
      </PriceText>
      {children}
    </article>
  );
}

type PriceTextProps = {
  readonly price: Price;
  readonly titleId?: string;
  /** Why it costs that. */
  readonly children?: ReactNode;
};

function PriceText({ price, titleId, children }: PriceTextProps): ReactNode {
  return (
    <>
      <Icon name="warning" className="severity-warning" />
      <div>
        <p id={titleId}>
          <span className="visually-hidden">Warning: </span>
          <b>{price.title}</b>
        </p>
        <p className="finding-detail">{price.reason}</p>
        {children}
      </div>
    </>
  );
}

type Price = { readonly title: string; readonly reason: string };

/** The number first, and what it rests on under it. */
function priceOf(sentence: string): Price {
  const [, lines, every = "", more = ""] = /^(.+?) \((a check .+?)\)(.*)\.$/.exec(sentence) ?? [];
  const why = "The password is correct each time.";
  return lines === undefined
    ? { title: sentence, reason: why }
    : { title: `${lines}${more}`, reason: `${every.replace(/^a/, "A")}. ${why}` };
}

/** What the recipe itself brings about is looked after where it is set up. */
const ofRecipe: ReadonlySet<string> = new Set(["single-factor-api-token", "placeholder-exempts-all"]);

function CheckInSetUp({ recipe }: { readonly recipe: string | null }): ReactNode {
  const setUp = useSetUpRecipe();
  return recipe === null ? null : (
    <p className="change-actions">
      <Button look={["small"]} onPress={() => setUp(recipe)}>
        Check it in Set up
      </Button>
    </p>
  );
}
