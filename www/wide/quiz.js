// The way through a quiz: its time, how often it may be taken, when nothing can be changed any more.

/** @import { Flow } from "../flow.js" */
/** @typedef {(flow: Flow) => HTMLElement} View */

/** Seconds that are left, if there is a limit; the time runs on while the page is closed. @param {Flow} flow */
export function remaining({ model: { quiz }, session: { place } }) {
  const limit = (quiz?.time?.seconds ?? Infinity) * (place.longer ?? 1);
  return Math.max(0, limit - Math.max(0, Date.now() - (place.began ?? Date.now())) / 1000);
}

/** Whether answers stand: the time is over, or a result has been seen that may not be seen again and again. @param {Flow} flow */
export const isClosed = (flow) => remaining(flow) === 0 || Boolean(flow.model.quiz?.attempts && flow.session.place.seen);

/** How often it may still be begun. @param {Flow} flow */
export const left = ({ model: { quiz }, session: { place } }) => (quiz?.attempts ? Math.max(0, quiz.attempts - (place.taken ?? 0)) : Infinity);

/** What a new attempt begins with. @param {Flow} flow */
export function anew({ model: { wide }, session: { place } }) {
  delete place.began;
  delete place.checked;
  delete place.seen;
  if (wide?.drawn) place.seed = crypto.getRandomValues(new Uint32Array(1))[0];
}

/** The result of a quiz counts as an attempt once. @param {View} view @returns {View} */
export const resultOf = (view) => (flow) => {
  const { model: { quiz }, session, session: { place } } = flow;
  if (quiz && !flow.viewed && !place.seen) {
    place.seen = true;
    place.taken = (place.taken ?? 0) + 1;
    session.save();
  }
  return view(flow);
};
