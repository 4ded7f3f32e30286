import { type ReactNode, useEffect } from "react";
import type { FileRoute, ProfileView } from "../../../preload/contract.ts";
import { IdentityList } from "../../features/signing/identity-list.tsx";
import { useDocument, useExports } from "../../stores/context.ts";
import { isSigned } from "../../stores/export-store.ts";
import { DomainList } from "./domain-list.tsx";
import { wantedExport } from "./domains.ts";
import { ExportChecks } from "./export-checks.tsx";
import { ExportFindings } from "./export-findings.tsx";
import { ExportPage } from "./export-page.tsx";
import { ExportResult } from "./export-result.tsx";
import { ExportToolBar } from "./export-tool-bar.tsx";
import { JamfProRoute } from "./jamf-pro/jamf-pro-route.tsx";
import { ProfileOptions } from "./profile-options.tsx";
import { routeTexts } from "./route-texts.ts";
import { savedSentence } from "./saved-sentence.ts";
import "../profile/profile.css";
import "./export.css";

/** Writes the profile for the route that was chosen, or delivers it over Jamf Pro's API. */
export default function ExportScreen(): ReactNode {
  const view = useDocument((state) => state.view);
  const route = useExports((state) => state.route);
  if (view === null) {
    return null;
  }
  if (route === "jamf-pro-api") {
    return <JamfProRoute view={view} />;
  }
  return <FileRouteScreen view={view} route={route} />;
}

type FileRouteProps = { readonly view: ProfileView; readonly route: FileRoute };

function FileRouteScreen({ view, route }: FileRouteProps): ReactNode {
  const problem = useExports((state) => state.problem);
  const dismiss = useExports((state) => state.dismiss);
  const last = useExports((state) => state.last);
  const domain = useExports((state) => state.domain);
  const onlyDomain = useExports((state) => state.onlyDomain);
  const eachDomain = useExports((state) => state.eachDomain);
  const blueprintReady = useExports((state) => state.blueprintReady);
  const loadPreview = useExports((state) => state.loadPreview);
  const wanted = wantedExport(view, route, { domain, onlyDomain, eachDomain, blueprintReady });
  // biome-ignore lint/correctness/useExhaustiveDependencies: every edit and every choice writes something else.
  useEffect(() => {
    loadPreview(wanted);
  }, [view, JSON.stringify(wanted), loadPreview]);
  const text = last === null ? routeTexts[route] : savedSentence(last, view);
  return (
    <ExportPage
      toolBar={<ExportToolBar view={view} wanted={wanted} />}
      title={text.sentence}
      detail={text.why}
      problem={problem}
      onDismiss={dismiss}
    >
      <div className="column grow">
        <ExportFindings findings={view.findings} />
        {isSigned(route) && <IdentityList isOptional={route === "mac"} />}
        {route === "plist" ? <DomainList view={view} /> : <ProfileOptions view={view} />}
        <ExportResult view={view} />
      </div>
      <ExportChecks />
    </ExportPage>
  );
}
