import type { AppCalls } from "../contract/app.ts";
import { type Inputs, nothing } from "./common.ts";

export const appInputs: Inputs<AppCalls> = { "app.describe": nothing };
