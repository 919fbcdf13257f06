// What day it is in Kazakhstan.

/** Five hours ahead of UTC, all year. */
export const AHEAD = 5 * 3_600_000;

/** The day in Kazakhstan at a moment, which is told in milliseconds. */
export const dayAt = (moment) => new Date(moment + AHEAD).toISOString().slice(0, 10);

export const today = () => dayAt(Date.now());
