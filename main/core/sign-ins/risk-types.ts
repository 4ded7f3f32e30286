import data from "../../../assets/reference/risk-types.json" with { type: "json" };

const names: ReadonlyMap<string, string> = new Map(
  data.types.map(({ id, name }) => [id.toLowerCase(), name]),
);

/**
 * What Entra's pages call a kind of risk detection, inside a sentence. A type that is newer than the list stays as Graph writes it.
 *
 * @param type `riskEventType` of Graph
 */
export function riskTypeName(type: string): string {
  const known = names.get(type.toLowerCase());
  if (known !== undefined) return known;
  return /^\w{1,60}$/u.test(type) ? type : "a type without a name";
}
