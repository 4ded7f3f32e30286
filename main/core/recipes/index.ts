/** The ways to set up Jamf Connect with Conditional Access: what they lead to, what they cost, what the profile has to ask for. */
export { findRecipe, recipes } from "./catalogue.ts";
export type { BaselineSetting, Recipe, RecipeOutcome, RecipeScope } from "./recipe.ts";
export type { RecipeName } from "./recipe-name.ts";
export { basicScopes, type RecipeApps, type RecipeScopes, recipeScopes } from "./recipe-scopes.ts";
