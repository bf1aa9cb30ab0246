// Keeps a site for the time without a network. A build's parts lie in a folder of their own, and each build has
// a cache of its own, which is there wholly or not at all: a page never gets parts of another build. An earlier
// cache goes when no page is open that could still want something of it.

/** Name and hash of each file, set by the bundle. @type {[name: string, integrity: string][]} */
const FILES = [];
/** The folder of the parts, set by the bundle. */
const PARTS = "";

/** @typedef {{waitUntil: (work: Promise<unknown>) => void, request: Request, respondWith: (answer: Promise<Response>) => void}} Asked */

/** Types of workers and of pages exclude each other. @type {any} */
const worker = self;
const { scope } = worker.registration;
// several sites may share an origin
const MINE = `tautline ${scope} `;
const NOW = MINE + PARTS;

worker.addEventListener("install", (/** @type {Asked} */ event) => {
  // what does not have its hash, since an upload is under way, fails the whole; the browser tries again
  const wanted = FILES.map(([name, integrity]) => new Request(new URL(name, scope), { cache: "reload", integrity }));
  event.waitUntil(caches.open(NOW).then((cache) => cache.addAll(wanted)).then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (/** @type {Asked} */ event) => { event.waitUntil(tidy().then(() => worker.clients.claim())); });

worker.addEventListener("fetch", (/** @type {Asked} */ event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  if (request.mode === "navigate") event.waitUntil(tidy());
  event.respondWith(answer(request));
});

/** @param {Request} request */
async function answer(request) {
  const kept = await found(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && await lasting(request, response.clone())) (await caches.open(NOW)).put(request, response.clone());
  return response;
}

/** Nothing among the parts ever changes; a page is kept with those that it names. @param {Request} request @param {Response} response */
const lasting = async ({ url }, response) => url.startsWith(scope + PARTS) || (/\.html$/.test(new URL(url).pathname) && (await response.text()).includes(PARTS));

/** From the newest cache that has it; a page also without what its address carries. @param {Request} request */
async function found(request) {
  const url = new URL(request.url);
  const wanted = url.href.replace(/[?#].*/, "") === scope ? new URL("index.html", scope) : url;
  for (const name of [NOW, ...(await mine()).filter((name) => name !== NOW)]) {
    const response = await (await caches.open(name)).match(wanted, { ignoreSearch: true });
    if (response) return response;
  }
  return undefined;
}

const mine = async () => (await caches.keys()).filter((name) => name.startsWith(MINE));

async function tidy() {
  if ((await worker.clients.matchAll({ includeUncontrolled: true })).length) return;
  await Promise.all((await mine()).filter((name) => name !== NOW).map((name) => caches.delete(name)));
}
