import { type ReactNode, useEffect } from "react";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { useDocument, useExports } from "../../stores/context.ts";
import { SourceView } from "../profile/source-view.tsx";
import { DomainList } from "./domain-list.tsx";
import { chosenDomain } from "./domains.ts";
import { ExportChecks } from "./export-checks.tsx";
import { ExportFindings } from "./export-findings.tsx";
import { ExportToolBar } from "./export-tool-bar.tsx";
import { IdentityList } from "./identity-list.tsx";
import { JamfProRoute } from "./jamf-pro/jamf-pro-route.tsx";
import { JamfProToolBar } from "./jamf-pro/jamf-pro-tool-bar.tsx";
import { RouteList } from "./route-list.tsx";
import { routeTexts } from "./route-texts.ts";
import "../profile/profile.css";
import "./export.css";

/** Writes the profile for the route to Jamf Pro that was chosen: signed, unsigned, or one domain as a property list. */
export default function ExportScreen(): ReactNode {
  const view = useDocument((state) => state.view);
  const route = useExports((state) => state.route);
  const problem = useExports((state) => state.problem);
  const dismiss = useExports((state) => state.dismiss);
  const chosen = useExports((state) => state.domain);
  const preview = useExports((state) => state.preview);
  const loadPreview = useExports((state) => state.loadPreview);
  const domain = view === null ? null : chosenDomain(view, chosen);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every edit and every route writes something else.
  useEffect(() => {
    loadPreview(domain);
  }, [view, route, domain, loadPreview]);
  if (view === null) {
    return null;
  }
  if (route === "jamf-pro-api") {
    return (
      <main className="screen">
        <JamfProToolBar view={view} />
        <div className="screen-body">
          <RouteList />
          <JamfProRoute view={view} />
        </div>
      </main>
    );
  }
  const text = routeTexts[route];
  return (
    <main className="screen">
      <ExportToolBar view={view} />
      <div className="screen-body">
        <RouteList />
        <div className="column grow" data-pane="main">
          <div className="export-why">
            <h2>{text.sentence}</h2>
            <p>{text.why}</p>
          </div>
          {problem !== null && (
            <div className="export-problem">
              <ProblemBanner problem={problem} onDismiss={dismiss} />
            </div>
          )}
          <div className="export-body">
            <div className="column grow">
              <ExportFindings findings={view.findings} />
              {route === "signed" && <IdentityList />}
              {route === "plist" && <DomainList view={view} />}
              <h2 className="export-head">Result</h2>
              <div className="export-source">
                <SourceView source={preview ?? view.source} isAlone />
              </div>
            </div>
            <ExportChecks />
          </div>
        </div>
      </div>
    </main>
  );
}
