import { useNavigation, usePractice } from "../../stores/context.ts";

/** Opens the practice tenant with a scenario and a profile that fits, and shows the tests. */
export function useStartScenario(): (name: string) => Promise<void> {
  const start = usePractice((state) => state.start);
  const go = useNavigation((state) => state.go);
  return async (name) => {
    if (await start(name, true)) {
      go("test");
    }
  };
}
