import { useNavigation, useSetUp } from "../../stores/context.ts";

/** The way to Set up, with a recipe chosen there. */
export function useSetUpRecipe(): (name: string) => void {
  const go = useNavigation((state) => state.go);
  const choose = useSetUp((state) => state.choose);
  return (name) => {
    choose({ recipe: name });
    go("set-up");
  };
}
