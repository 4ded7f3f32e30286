import type { ReactNode } from "react";
import type { Explanation } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { useDocument, useNavigation } from "../../stores/context.ts";
import { useSetUpRecipe } from "../recipes/use-set-up-recipe.ts";

/** The ways on from an error, as far as they lead anywhere: set up and policies need an open profile. */
export function NextWays({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const isOpen = useDocument((state) => state.view !== null);
  const go = useNavigation((state) => state.go);
  const setUp = useSetUpRecipe();
  const { kind, outcome, stage } = explanation;
  if (kind !== "code") return null;
  const isPolicy = stage === "mfa" || outcome === "blocked";
  return (
    <p className="explain-ways">
      {isOpen && outcome === "password-correct" && (
        <Button look={["small"]} onPress={() => setUp("two-apis")}>
          Set up an app for the check…
        </Button>
      )}
      {isOpen && isPolicy && (
        <Button look={["small"]} onPress={() => go("conditional-access")}>
          Show in Conditional Access
        </Button>
      )}
      <Button look={["small"]} onPress={() => go("sign-ins")}>
        Look it up in a sign-in log…
      </Button>
    </p>
  );
}
