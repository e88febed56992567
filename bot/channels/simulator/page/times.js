// Dates in this browser's zone and the reader's kind of English.

const locale = navigator.language?.startsWith("en") ? navigator.language : "en-GB";
const clock = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" });
const utcClock = new Intl.DateTimeFormat(locale, { weekday: "short", hour: "numeric", minute: "2-digit", timeZone: "UTC" });
const shortDay = new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short" });
const longDay = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" });
const yearDay = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", year: "numeric" });

export const ofMessage = (message) => new Date(message.date * 1000);
export const timeOfDay = (date) => clock.format(date);
export const inUtc = (date) => `${utcClock.format(date)} UTC`;
export const dayShort = (date) => shortDay.format(date);
export const sameDay = (one, other) => one.toDateString() === other.toDateString();

export function dayName(date, now) {
  if (sameDay(date, now)) return "Today";
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  if (sameDay(date, yesterday)) return "Yesterday";
  return (date.getFullYear() === now.getFullYear() ? longDay : yearDay).format(date);
}
