/** Runs on Node's loader thread: whoever imports `electron` gets the stand-in. */
let standIn = "";

export function initialize(data: { readonly standIn: string }): void {
  standIn = data.standIn;
}

type Resolved = { readonly url: string; readonly shortCircuit?: boolean };

export async function resolve(
  specifier: string,
  context: unknown,
  next: (specifier: string, context: unknown) => Promise<Resolved>,
): Promise<Resolved> {
  if (specifier === "electron" || specifier === "electron/main") return { url: standIn, shortCircuit: true };
  // The npm package's own entry tries to download the binary when it is loaded.
  if (specifier.startsWith("electron/")) throw new Error(`stand-in: ${specifier} is not covered`);
  return next(specifier, context);
}
