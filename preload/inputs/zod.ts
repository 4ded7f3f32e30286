import { z } from "zod";

// The policy of pages forbids code from text. zod tries it once and falls back; main needs neither.
z.config({ jitless: true });

export { z };
