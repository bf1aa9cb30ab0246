import { flow } from "./flow.en.js";
import { result } from "./result.en.js";

/** All wording of the interface in English. */
export const en = { flow, result };
