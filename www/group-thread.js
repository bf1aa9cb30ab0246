// The thread that adds up, for every page that shows a group.

import { threadOf } from "./thread.js";

export const thread = () => threadOf(new URL("./group-worker.js", import.meta.url), () => import("./group-worker.js"));
