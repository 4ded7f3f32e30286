import { z } from "zod";

// The page's policy forbids code from text. zod tries it once and falls back, but the try is reported as a violation.
// It asks when a schema is built, so every schema of the contract takes `z` from here.
z.config({ jitless: true });

export { z };
