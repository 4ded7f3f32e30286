import { type ReactNode, useEffect } from "react";
import type { FileRoute, ProfileView } from "../../../preload/contract.ts";
import { IdentityList } from "../../features/signing/identity-list.tsx";
import { SignWith } from "../../features/signing/sign-with.tsx";
import { useDocument, useExports } from "../../stores/context.ts";
import type { WantedExport } from "../../stores/export-store.ts";
import { openFindings } from "../../text/open-findings.ts";
import { DomainList } from "./domain-list.tsx";
import { onlyDomainOf, wantedExport } from "./domains.ts";
import { ExportChecks } from "./export-checks.tsx";
import { ExportResult } from "./export-result.tsx";
import { ExportToolBar } from "./export-tool-bar.tsx";
import { ExportVerdict } from "./export-verdict.tsx";
import { JamfProRoute } from "./jamf-pro/jamf-pro-route.tsx";
import { JamfProToolBar } from "./jamf-pro/jamf-pro-tool-bar.tsx";
import { ProfileOptions } from "./profile-options.tsx";
import { RouteList } from "./route-list.tsx";
import { RoutePage } from "./route-page.tsx";
import { routeText } from "./route-texts.ts";
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
  // The list of routes stays the same element whatever is chosen in it: it holds the focus.
  return (
    <main className="screen">
      {route === "jamf-pro-api" ? <JamfProToolBar view={view} /> : <FileToolBar view={view} route={route} />}
      <div className="screen-body">
        <RouteList />
        {route === "jamf-pro-api" ? (
          <JamfProRoute view={view} />
        ) : (
          <FileRoutePage view={view} route={route} />
        )}
      </div>
    </main>
  );
}

type FileRouteProps = { readonly view: ProfileView; readonly route: FileRoute };

function FileToolBar({ view, route }: FileRouteProps): ReactNode {
  return <ExportToolBar view={view} wanted={useWanted(view, route)} />;
}

function useWanted(view: ProfileView, route: FileRoute): WantedExport {
  const domain = useExports((state) => state.domain);
  const onlyDomain = useExports((state) => state.onlyDomain);
  const eachDomain = useExports((state) => state.eachDomain);
  const blueprintReady = useExports((state) => state.blueprintReady);
  return wantedExport(view, route, { domain, onlyDomain, eachDomain, blueprintReady });
}

function FileRoutePage({ view, route }: FileRouteProps): ReactNode {
  const problem = useExports((state) => state.problem);
  const dismiss = useExports((state) => state.dismiss);
  const last = useExports((state) => state.last);
  const build = useExports((state) => state.build);
  const lacksCertificate = useExports((state) => state.identityId === null) && route === "signed";
  const wanted = useWanted(view, route);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every edit and every choice writes something else.
  useEffect(() => {
    build({ view, wanted });
  }, [view, JSON.stringify(wanted), build]);
  const hasErrors = openFindings(view.findings).some(({ severity }) => severity === "error");
  const text = last === null ? routeText(route, wanted) : savedSentence(last, view);
  return (
    <RoutePage
      title={text.sentence}
      detail={text.why}
      verdict={
        <ExportVerdict
          findings={view.findings}
          domain={onlyDomainOf(view, wanted)}
          lacksCertificate={lacksCertificate}
        />
      }
      problem={problem}
      onDismiss={dismiss}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll with keys. */}
      <section className="column grow export-main" tabIndex={0} aria-label="What is written">
        {route === "signed" && <IdentityList invites={!hasErrors} />}
        {route === "mac" && <SignWith />}
        {route === "plist" ? (
          <DomainList view={view} wanted={wanted} />
        ) : (
          <ProfileOptions view={view} wanted={wanted} />
        )}
        <ExportResult view={view} wanted={wanted} />
      </section>
      <ExportChecks view={view} wanted={wanted} />
    </RoutePage>
  );
}
