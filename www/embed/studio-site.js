// The studio of a site.

import { KIT, STARTS } from "../studio.js";
import { keep } from "./keep.js";

keep([...STARTS, KIT]);
