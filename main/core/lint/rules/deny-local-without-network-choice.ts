import { hitAt } from "../hit.ts";
import { jamfPage } from "../jamf-page.ts";
import { localLogin } from "../local-login.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";
import { findSetting, loginDomain } from "../subject.ts";

const denied = { ...soundLogin, DenyLocal: true, DenyLocalExcluded: ["ladmin"] };

/** The login needs a network, and the login window offers none. */
export const denyLocalWithoutNetworkChoice: LintRule = {
  id: "deny-local-without-network-choice",
  group: "lock-out",
  name: "A network is needed and cannot be chosen",
  severity: "warning",
  certainty: "documented",
  why: "With DenyLocal everybody needs the network to log in. Away from networks that the Mac knows, at home or in a hotel, people can choose one at the login window only with AllowNetworkSelection. Jamf recommends it together with DenyLocal.",
  source: jamfPage("Login_Window_Authentication_Settings"),
  fires: { settings: { "com.jamf.connect.login": denied } },
  silent: { settings: { "com.jamf.connect.login": { ...denied, AllowNetworkSelection: true } } },
  *check(subject) {
    const way = localLogin(subject.login);
    if (way === null || !way.denied) return;
    if (subject.login?.flag("AllowNetworkSelection", false).value === true) return;
    const choice = findSetting(subject, loginDomain, "AllowNetworkSelection");
    const denyLocal = findSetting(subject, loginDomain, "DenyLocal");
    const path = choice?.at ?? [...(denyLocal?.at.slice(0, -1) ?? []), "AllowNetworkSelection"];
    yield hitAt(
      { domain: loginDomain, keyPath: choice?.keyPath ?? "DenyLocal" },
      {
        title: "The login window needs a network but offers no way to choose one.",
        detail: `DenyLocal is on and AllowNetworkSelection is not.${way.fallback ? " LocalFallback lets people in without a network, with their local password." : " Where the Mac knows no network, nobody can log in with the provider."}`,
        severity: way.fallback ? "info" : "warning",
        fix: {
          label: "Allow network choice",
          patch: { op: "edit", edits: [{ edit: "put", path, value: true }] },
        },
      },
    );
  },
};
