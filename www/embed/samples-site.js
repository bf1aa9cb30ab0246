// The samples of a site.

import { WANTED } from "../samples.js";
import { keep } from "./keep.js";

keep(WANTED);
