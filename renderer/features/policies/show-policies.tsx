import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { useNavigation } from "../../stores/context.ts";

/** The way to all policies, and to what each does to both sign-ins. */
export function ShowPolicies({
  label,
  className,
}: {
  readonly label: string;
  readonly className?: string;
}): ReactNode {
  const go = useNavigation((state) => state.go);
  return (
    <Button
      look={["plain", "small"]}
      {...(className === undefined ? {} : { className })}
      onPress={() => go("conditional-access")}
    >
      {label}
    </Button>
  );
}
