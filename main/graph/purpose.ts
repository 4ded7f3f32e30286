/** What Microsoft Graph is asked for: a problem says what can be done without it. */
export type GraphPurpose = "policies" | "sign-ins" | "risk" | "person" | "what-if";

/** The way around Graph, as the end of a sentence. */
const withoutGraph: Readonly<Record<GraphPurpose, string>> = {
  policies: "export the policies from the Entra admin center and load the files",
  "sign-ins": "download the sign-in log in the Entra admin center and open the file",
  risk: "look at the risky users and the risk detections in the Entra admin center",
  person: "say yourself which groups and roles the person has",
  "what-if": "use What If in the Entra admin center",
};

/** `fix` without its full stop, and what to do in place of it. */
export function orWithoutGraph(fix: string, purpose: GraphPurpose): string {
  return `${fix}, or ${withoutGraph[purpose]}.`;
}

/** What to do in place of it, as a sentence. */
export function insteadOfGraph(purpose: GraphPurpose): string {
  const way = withoutGraph[purpose];
  return `${way.charAt(0).toUpperCase()}${way.slice(1)}.`;
}
