import type { ReactNode } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useExports, useNavigation } from "../../stores/context.ts";
import { exportRoutes } from "../../stores/export-store.ts";
import { routeTexts } from "./route-texts.ts";

/** Where the profile goes; the route decides the form. */
export function RouteList(): ReactNode {
  const route = useExports((state) => state.route);
  const choose = useExports((state) => state.choose);
  const openDialog = useNavigation((state) => state.openDialog);
  return (
    <aside className="list-column routes" aria-label="Routes" data-pane="list">
      <h2 id="routes-title">Where does it go?</h2>
      <RadioGroup
        aria-labelledby="routes-title"
        value={route}
        onChange={(value) => {
          const next = exportRoutes.find((candidate) => candidate === value);
          if (next !== undefined) {
            choose({ route: next });
          }
        }}
      >
        {exportRoutes.map((id) => (
          <Radio key={id} value={id} className="route">
            <Icon name={routeTexts[id].icon} />
            <span>
              <b>{routeTexts[id].title}</b>
              <span className="route-short">{routeTexts[id].short}</span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      <p className="routes-note">
        Where it goes decides the file type. An export does not overwrite the opened file unless you choose
        it.
      </p>
      <Button look={["small"]} onPress={() => openDialog("signatures")}>
        Check signatures…
      </Button>
    </aside>
  );
}
