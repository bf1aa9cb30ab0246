// The studio of a site.

import { LATER } from "../studio.js";
import { keep } from "./keep.js";

keep(LATER);
