// Turns one Bot API message into what is seen of it.

import { icon, make } from "./make.js";
import * as times from "./times.js";

const PLAIN = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};
const OUTSIDE = { target: "_blank", rel: "noopener noreferrer" };

export function isOwn(message) {
  return !message.from.is_bot;
}

export function preview(message) {
  if (message.text) return message.text.replaceAll("\n", " ");
  const kind = message.photo ? "Photo" : message.voice ? "Voice note" : message.document?.file_name;
  return kind ? [kind, message.caption].filter(Boolean).join(": ") : (message.sticker?.emoji ?? "Message");
}

// Entities are sorted and nested; offsets count UTF-16 units, as strings do here.
function rich(text, entities, does, start = 0, end = text.length) {
  const parts = [];
  let at = start;
  for (let i = 0; i < entities.length; i += 1) {
    const entity = entities[i];
    const last = entity.offset + entity.length;
    if (entity.offset < at || last > end) continue;
    const inner = entities.slice(i + 1).filter((other) => other.offset >= entity.offset && other.offset + other.length <= last);
    parts.push(text.slice(at, entity.offset), marked(entity, text.slice(entity.offset, last), rich(text, inner, does, entity.offset, last), does));
    at = last;
  }
  parts.push(text.slice(at, end));
  return parts.filter((part) => part !== "");
}

function marked(entity, words, inside, does) {
  if (PLAIN[entity.type]) return make(PLAIN[entity.type], {}, ...inside);
  switch (entity.type) {
    case "text_link":
      return make("a", { href: safe(entity.url), ...OUTSIDE }, ...inside);
    case "url": {
      const begins = does.beginsWith(words);
      if (begins) return make("button", { class: "command", type: "button", "data-testid": "start-link", onclick: () => does.offerStart(begins) }, ...inside);
      return make("a", { href: safe(/^https?:/i.test(words) ? words : `https://${words}`), ...OUTSIDE }, ...inside);
    }
    case "email":
      return make("a", { href: `mailto:${words}` }, ...inside);
    case "bot_command":
      return make("button", { class: "command", type: "button", onclick: () => does.say(words) }, ...inside);
    case "spoiler":
      return make("button", { class: "spoiler", type: "button", "aria-expanded": "false", "aria-label": "Hidden text",
        onclick: ({ currentTarget }) => { currentTarget.setAttribute("aria-expanded", "true"); currentTarget.removeAttribute("aria-label"); } }, ...inside);
    default:
      return make("span", {}, ...inside);
  }
}

function safe(url) {
  return /^(https?|tel|mailto):/i.test(url) ? url : `https://${url.replace(/^[a-z]+:\/*/i, "")}`;
}

function size(bytes) {
  return bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

function media(message, does) {
  if (message.photo) {
    const photo = message.photo.at(-1);
    const source = `/files/${photo.file_id}`;
    return make("button", { class: "photo", type: "button", "data-testid": "photo", "aria-label": `Open the photo${message.caption ? `: ${message.caption}` : ""}`,
      onclick: () => does.enlarge(source, message.caption ?? "") },
      make("img", { src: source, alt: "", width: photo.width, height: photo.height }));
  }
  if (message.document) {
    const { file_id: id, file_name: name, file_size: bytes, mime_type: mime } = message.document;
    const opens = mime === "application/pdf" || mime?.startsWith("image/");
    const address = { href: `/files/${id}${opens ? "" : "?download"}`, ...(opens ? OUTSIDE : { download: name }) };
    return make("a", { class: "document", "data-testid": "document", ...address },
      make("span", { class: "sheet-mark" }, icon("file")), make("b", {}, name), make("small", {}, `${size(bytes)}, ${opens ? "opens in a new tab" : "download"}`));
  }
  if (message.voice) return make("audio", { controls: true, preload: "metadata", src: `/files/${message.voice.file_id}`, "aria-label": "Voice note" });
  if (message.sticker) return make("span", { class: "sticker", role: "img", "aria-label": `Sticker ${message.sticker.emoji}` }, message.sticker.emoji);
  return null;
}

function quote(message, does) {
  const quoted = message.reply_to_message;
  if (!quoted) return null;
  return make("button", { class: "quote", type: "button", onclick: () => does.goTo(quoted.message_id) },
    make("b", {}, isOwn(quoted) ? "You" : quoted.from.first_name), make("span", {}, preview(quoted)));
}

function key(message, button, does) {
  const look = `key ${button.style === "danger" ? "danger" : ["primary", "success"].includes(button.style) ? "primary-key" : ""}`.trim();
  if (button.url) return make("a", { class: look, "data-testid": "button", href: safe(button.url), ...OUTSIDE }, button.text, icon("link"));
  const press = button.copy_text
    ? () => does.copy(button.copy_text.text)
    : ({ currentTarget }) => does.press(message, button.callback_data, currentTarget);
  return make("button", { class: look, type: "button", "data-testid": "button", "data-key": button.callback_data, onclick: press },
    button.text, button.copy_text ? icon("copy") : "");
}

export function bubble({ message, reactions }, does) {
  const own = isOwn(message);
  const sent = times.ofMessage(message);
  const words = message.text ?? message.caption;
  const marks = message.entities ?? message.caption_entities ?? [];
  const rows = message.reply_markup?.inline_keyboard ?? [];
  const article = make("article", {
    class: `message ${own ? "own" : "theirs"}`, tabindex: "-1", "data-testid": "message",
    "data-id": message.message_id, "data-from": own ? "patient" : "bot",
  },
  make("div", { class: "bubble" },
    make("span", { class: "unseen" }, own ? "You: " : `${message.from.first_name}: `),
    quote(message, does), media(message, does),
    words ? make("div", { class: "text" }, ...rich(words, marks, does)) : null,
    make("footer", {}, message.edit_date ? make("span", {}, "edited") : null,
      make("time", { datetime: sent.toISOString() }, times.timeOfDay(sent)))),
  make("button", { class: "icon actions", type: "button", "aria-haspopup": "dialog", "data-testid": "message-actions",
    "aria-label": own ? "What you can do with your message" : "What you can do with this message", onclick: () => does.offer(message) }, icon("more")),
  rows.length ? make("div", { class: "keys", role: "group", "aria-label": "Answers" },
    ...rows.map((row) => make("div", {}, ...row.map((button) => key(message, button, does))))) : null,
  reactions.length ? make("div", { class: "reactions" }, make("span", { class: "unseen" }, "Reaction: "), reactions.join(" ")) : null);
  article.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a, audio, .key") || getSelection().toString()) return;
    event.preventDefault(); // a long press on a touch screen arrives as this, too
    does.offer(message);
  });
  return article;
}
