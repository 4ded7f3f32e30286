import { type ReactNode, useEffect, useRef, useState } from "react";
import { Inspector } from "../../components/inspector.tsx";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { Spinner } from "../../components/spinner.tsx";
import { useCalmMedia } from "../../components/use-calm-media.ts";
import { drawerWidth } from "../../components/use-media.ts";
import { RecipeSheet } from "../../features/recipes/recipe-sheet.tsx";
import { useDocument, usePolicies, usePractice, useRecipes, useSetUp } from "../../stores/context.ts";
import { Proof } from "./proof.tsx";
import { RecipeTable } from "./recipe-table.tsx";
import { ScriptPanel } from "./script-panel.tsx";
import { SetUpHead } from "./set-up-head.tsx";
import { SetUpToolBar } from "./set-up-tool-bar.tsx";
import { StepList } from "./step-list.tsx";
import { useMainAction } from "./use-main-action.ts";
import { UsersTextDialog } from "./users-text-dialog.tsx";
import { isCarriedOut, ShowRecipes, WalkView } from "./walk-view.tsx";
import "./set-up.css";
import "./recipe-table.css";
import "./step-list.css";
import "./script-panel.css";
import "./proof.css";
import "./users-text.css";

/** From "it is red" to a proven recipe: what holds, what each recipe would change, steps, script, proof. */
export default function SetUpScreen(): ReactNode {
  useAnswer();
  const view = useSetUp((state) => state.view);
  const problem = useSetUp((state) => state.problem);
  const actionProblem = useSetUp((state) => state.actionProblem);
  const dismiss = useSetUp((state) => state.dismiss);
  const walk = useSetUp((state) => state.walk);
  const chosen = useSetUp((state) => state.choice.recipe);
  const [isAboutOpen, setAboutOpen] = useState(false);
  const [areAllShown, setAllShown] = useState(false);
  const isDrawer = useCalmMedia(drawerWidth);
  const action = useMainAction(view);
  const isWalked = walk !== null && isCarriedOut(walk);
  const inspector = view !== null && (
    <Inspector label="Script and way back" opener="Script…" isMain={action === "script"}>
      <ScriptPanel view={view} />
    </Inspector>
  );
  const scroll = useTopWhileWalking(walk?.isRunning === true);
  return (
    <main className="screen" data-pane="main">
      <SetUpToolBar>{isDrawer && inspector}</SetUpToolBar>
      {problem !== null && (
        <div className="set-up-problem">
          <ProblemBanner problem={problem} />
        </div>
      )}
      {view === null && problem === null && (
        <p className="set-up-problem" role="status">
          <Spinner /> Looking at what is there
        </p>
      )}
      {view !== null && (
        <div className="set-up-body">
          <div className="set-up-main">
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
            <section ref={scroll} className="set-up-scroll" aria-label="Recipes and steps" tabIndex={0}>
              <SetUpHead view={view}>
                {isWalked && <ShowRecipes areAllShown={areAllShown} onShowAll={setAllShown} />}
              </SetUpHead>
              {actionProblem !== null && (
                <div className="set-up-problem">
                  <ProblemBanner problem={actionProblem} onDismiss={dismiss} />
                </div>
              )}
              {walk !== null && !isWalked && (
                <WalkView walk={walk} areAllShown={areAllShown} onShowAll={setAllShown} />
              )}
              <RecipeTable view={view} isFolded={walk !== null && !areAllShown} />
              {view.problem !== null && (
                <div className="set-up-problem">
                  <ProblemBanner problem={view.problem} />
                </div>
              )}
              <StepList view={view} onAbout={() => setAboutOpen(true)} />
            </section>
            <Proof view={view} />
          </div>
          {!isDrawer && inspector}
        </div>
      )}
      <RecipeSheet name={chosen} isOpen={isAboutOpen} onClose={() => setAboutOpen(false)} />
      <UsersTextDialog />
    </main>
  );
}

/** How a walk goes and what it leaves stands on top: it is in sight when one begins. */
function useTopWhileWalking(isRunning: boolean) {
  const scroll = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isRunning) scroll.current?.scrollTo({ top: 0 });
  }, [isRunning]);
  return scroll;
}

/** Asks main whenever something that the answer rests on has changed. */
function useAnswer(): void {
  const document = useDocument((state) => state.view);
  const policies = usePolicies((state) => state.policies);
  const practice = usePractice((state) => state.status);
  const ask = useSetUp((state) => state.ask);
  const loadRecipes = useRecipes((state) => state.load);
  useEffect(() => {
    loadRecipes();
  }, [loadRecipes]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: main reads document, policies and tenant itself
  useEffect(() => {
    ask();
  }, [document, policies, practice, ask]);
}
