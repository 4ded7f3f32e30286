import { type ReactNode, useState } from "react";
import { Form } from "react-aria-components";
import type { Problem, Recipe } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useApp, useDocument, usePractice } from "../../stores/context.ts";

/** The part of a recipe that this app can do: put the scopes into the profile, and play the recipe in the practice tenant. */
export function RecipeActions({ recipe }: { readonly recipe: Recipe }): ReactNode {
  const { host } = useApp();
  const undo = useDocument((state) => state.undo);
  const [loginApi, setLoginApi] = useState("");
  const [checkApi, setCheckApi] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isApplied, setApplied] = useState(false);
  const { login, check } = recipe.scopes;
  const apply = async () => {
    const answer = await host.call("recipes.apply", { name: recipe.name, loginApi, checkApi });
    setProblem(answer.ok ? null : answer.problem);
    setApplied(answer.ok);
  };
  const takeBack = async () => {
    await undo();
    setApplied(false);
  };
  return (
    <section className="recipe-actions" aria-label="In this profile">
      <h3>In this profile</h3>
      <Form
        className="recipe-form"
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        {login !== "plain" && (
          <TextField
            label="API app of the login"
            placeholder="Application (client) ID or api://…"
            value={loginApi}
            onChange={setLoginApi}
            showLabel
            mono
          />
        )}
        {check !== "plain" && (
          <TextField
            label="API app of the check"
            placeholder="Application (client) ID or api://…"
            value={checkApi}
            onChange={setCheckApi}
            showLabel
            mono
          />
        )}
        <div className="recipe-buttons">
          <Button type="submit" look={["primary"]}>
            Put the scopes into the profile
          </Button>
          <TryInPractice recipe={recipe} />
        </div>
      </Form>
      {problem !== null && <ProblemBanner problem={problem} onDismiss={() => setProblem(null)} />}
      {isApplied && (
        <p className="note" role="status">
          <span className="tone-ok">
            <Icon name="check" size="small" /> The profile asks for these scopes now.
          </span>{" "}
          What has to be set up in Entra stands in the steps.
          <Button look={["plain", "small"]} onPress={takeBack}>
            Undo
          </Button>
        </p>
      )}
    </section>
  );
}

/** Plays the recipe. With the practice profile open its own profile comes along; a profile of the person's stays open. */
function TryInPractice({ recipe }: { readonly recipe: Recipe }): ReactNode {
  const isPracticeProfile = useDocument((state) => state.view?.practice === true);
  const status = usePractice((state) => state.status);
  const isBusy = usePractice((state) => state.isBusy);
  const start = usePractice((state) => state.start);
  const plays = status.running && status.scenario.name === recipe.scenario;
  if (plays) {
    return (
      <span className="note tone-ok" role="status">
        <Icon name="practice" size="small" /> The practice tenant is set up like this.
      </span>
    );
  }
  return (
    <Button isDisabled={isBusy} onPress={() => start(recipe.scenario, isPracticeProfile)}>
      <Icon name="practice" size="small" /> Try it in the practice tenant
    </Button>
  );
}
