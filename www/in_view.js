// The notice that asks who is there, kept where the reader is.

import { may } from "./refused.js";

/** How often is looked where a frame is in view, while something is to stay there. */
const OFTEN = 300;

/**
 * In a frame as tall as its page nothing scrolls, so nothing sticks: only an observer knows which part of the frame is in view.
 * It tells once when it begins, and for as long as the notice is there it begins again. Tells whether that can be done here; where it
 * cannot, whoever moves the focus has to let the browser scroll.
 */
export const keepInView = (notice) => window !== parent && may(() => {
  const page = document.documentElement;
  const observer = new IntersectionObserver(([{ intersectionRect: { top, height } }]) => {
    observer.disconnect();
    if (!notice.isConnected) return;
    if (height > 0) notice.style.top = `${Math.max(0, top)}px`;
    setTimeout(() => observer.observe(page), OFTEN);
  });
  observer.observe(page);
  return true;
}) === true;
