/** Levels of risk, as Entra ID Protection names them. */
export const risks = [
  { id: "none", title: "None" },
  { id: "low", title: "Low" },
  { id: "medium", title: "Medium" },
  { id: "high", title: "High" },
] as const;
