// One of several views at a time.

import { button, el } from "../views/dom.js";

/**
 * A list of tabs with the panels that they show; arrows go from tab to tab.
 * @param {string} label @param {{id: string, title: string, panel: HTMLElement}[]} tabs @param {(id: string) => void} [shown]
 */
export function tabs(label, tabs, shown = () => {}) {
  const buttons = tabs.map(({ id, title, panel }) => {
    Object.assign(panel, { id: `panel-${id}`, role: "tabpanel" });
    panel.setAttribute("aria-labelledby", `tab-${id}`);
    return button(title, () => show(id), { role: "tab", id: `tab-${id}`, "aria-controls": `panel-${id}` });
  });
  const element = el("div.tabs", { role: "tablist", "aria-label": label }, buttons);
  element.onkeydown = ({ key }) => {
    const at = buttons.findIndex((one) => one.getAttribute("aria-selected") === "true");
    const by = { ArrowRight: 1, ArrowLeft: -1 }[key];
    const next = by ? (at + by + buttons.length) % buttons.length : { Home: 0, End: buttons.length - 1 }[key];
    if (next === undefined) return;
    show(tabs[next]?.id ?? "");
    buttons[next]?.focus();
  };
  let current = "";
  return { element, show, get current() { return current; } };

  /** @param {string} id */
  function show(id) {
    current = id;
    tabs.forEach((tab, n) => {
      const on = tab.id === id;
      tab.panel.hidden = !on;
      buttons[n]?.setAttribute("aria-selected", String(on));
      buttons[n]?.setAttribute("tabindex", on ? "0" : "-1");
    });
    shown(id);
  }
}
