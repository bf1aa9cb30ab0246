// Brings what is on the screen to what it should be, and keeps every element that stays: its focus, its selection,
// what is opened. Elements of the same `data-key` are the same.

const HANDLERS = /** @type {const} */ (["onclick", "oninput", "onchange", "onkeydown", "onblur", "onfocus", "onpaste"]);

/** What became of what is in a field: it may be written otherwise there, with a space at the end, while it has the focus. @type {WeakMap<Element, string>} */
export const typed = new WeakMap();

/** @param {Node} node */
const keyOf = (node) => (node instanceof Element ? `${node.tagName} ${node.getAttribute("data-key") ?? ""}` : node.nodeName);

/** Makes the children of `old` those of `fresh`. @param {Element} old @param {Element | DocumentFragment} fresh */
export function morphChildren(old, fresh) {
  /** @type {Map<string, ChildNode[]>} */
  const known = new Map();
  for (const node of old.childNodes) known.set(keyOf(node), [...known.get(keyOf(node)) ?? [], node]);
  const pairs = [...fresh.childNodes].map((wanted) => ({ wanted, kept: known.get(keyOf(wanted))?.shift() }));
  // what goes goes first, so that what stays need not move
  for (const nodes of known.values()) for (const node of nodes) node.remove();
  let place = old.firstChild;
  for (const { wanted, kept } of pairs) {
    if (kept && kept === place) place = place.nextSibling;
    else old.insertBefore(kept ?? wanted, place);
    if (kept) morph(kept, wanted);
  }
}

/** @param {Node} old @param {Node} fresh */
function morph(old, fresh) {
  if (!(old instanceof Element) || !(fresh instanceof Element)) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
    return;
  }
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name) && !(name === "open" && old instanceof HTMLDetailsElement)) old.removeAttribute(name);
  for (const { name, value } of [...fresh.attributes]) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  for (const name of HANDLERS) /** @type {any} */ (old)[name] = /** @type {any} */ (fresh)[name];
  // a text area is empty once its text has moved
  const { value } = /** @type {HTMLTextAreaElement} */ (fresh);
  morphChildren(old, fresh);
  if (old instanceof HTMLInputElement || old instanceof HTMLTextAreaElement || old instanceof HTMLSelectElement) valueOf(old, /** @type {typeof old} */ (fresh), value);
}

/** What is typed into stays as it is typed. @template {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} T @param {T} old @param {T} fresh @param {string} value of it */
function valueOf(old, fresh, value) {
  if (old instanceof HTMLInputElement && fresh instanceof HTMLInputElement) old.checked = fresh.checked;
  const typing = /** @type {ShadowRoot} */ (old.getRootNode()).activeElement === old && !(old instanceof HTMLSelectElement) && typed.get(old) === value;
  if (old.value !== value && !typing) old.value = value;
}
