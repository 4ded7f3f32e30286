/** Goes to the next or previous tab of the profile, round at the ends; nothing on the other screens. */
export function turnTab(step: 1 | -1): void {
  const tabs = [...document.querySelectorAll<HTMLElement>(".profile-tabs [role=tab]")];
  const current = tabs.findIndex((tab) => tab.getAttribute("aria-selected") === "true");
  const next = tabs[(current + step + tabs.length) % tabs.length];
  // What has the focus may be on the sheet that goes away.
  next?.focus();
  next?.click();
}
