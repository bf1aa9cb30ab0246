// A reminder as a calendar file (RFC 5545): one whole day, the address of the page, no answers.

import { download } from "../download.js";

/**
 * @typedef {object} Reminder
 * @property {string} id of the instrument
 * @property {string} summary @property {string} description @property {string} address of the page
 * @property {Date} now @property {number} months from now
 */
/** @typedef {{year: number, month: number, day: number}} Day its month counts from 1 */

/** The same day of a later month, or its last day where that month is shorter. @param {Date} now @param {number} months @returns {Day} */
export function dayAfter(now, months) {
  const first = new Date(Date.UTC(now.getFullYear(), now.getMonth() + months, 1));
  const [year, month] = [first.getUTCFullYear(), first.getUTCMonth()];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return { year, month: month + 1, day: Math.min(now.getDate(), last) };
}

/** The text of the file. A second one for the same day replaces the first, since both have one name. @param {Reminder} reminder */
export function calendar({ id, summary, description, address, now, months }) {
  const day = dayAfter(now, months);
  const start = dateOf(day);
  const next = new Date(Date.UTC(day.year, day.month - 1, day.day + 1));
  const end = dateOf({ year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() });
  return [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tautline//Reminder//EN", "CALSCALE:GREGORIAN",
    "BEGIN:VEVENT", `UID:${id}-${start}@tautline`, `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${start}`, `DTEND;VALUE=DATE:${end}`, `SUMMARY:${escaped(summary)}`, `DESCRIPTION:${escaped(`${description}\n${address}`)}`,
    `URL:${address}`, "TRANSP:TRANSPARENT",
    "BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(summary)}`, "TRIGGER:PT9H", "END:VALARM",
    "END:VEVENT", "END:VCALENDAR",
  ].map((line) => `${folded(line)}\r\n`).join("");
}

/** @param {Day} day */
const dateOf = ({ year, month, day }) => `${String(year).padStart(4, "0")}${String(month).padStart(2, "0")}${String(day).padStart(2, "0")}`;

/** A value of the type TEXT: what has a meaning there is escaped, other control characters are left out. @param {string} text */
export const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n").replace(/[\0-\x08\x0b-\x1f\x7f]/g, "");

/** A line in pieces of at most 75 octets, none of which divides a character. @param {string} line */
export function folded(line) {
  let [made, size] = ["", 0];
  for (const character of line) {
    const octets = new TextEncoder().encode(character).length;
    if (size + octets > 75) {
      made += "\r\n ";
      // the space counts
      size = 1;
    }
    made += character;
    size += octets;
  }
  return made;
}

/** Hands the reminder to the browser as a file. @param {Reminder} reminder @returns {Day} when it will remind */
export function saveReminder(reminder) {
  download(`${reminder.id}-reminder.ics`, calendar(reminder), "text/calendar");
  return dayAfter(reminder.now, reminder.months);
}
