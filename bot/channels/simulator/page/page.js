// Holds what the program has told, shows it, and connects the parts of the page.

import { post } from "./api.js";
import { bubble, isOwn, preview } from "./bubbles.js";
import * as composer from "./composer.js";
import { make } from "./make.js";
import { alertWith, enlarge, sheet, showAbout, toast } from "./overlays.js";
import * as times from "./times.js";

const find = (id) => document.getElementById(id);
const log = find("log");
const TYPING_SHOWS = 5000; // a chat action lasts five seconds at most, as on Telegram
const SAME_BREATH = 90; // seconds between two messages that still belong together

const state = { chats: new Map(), open: null, now: new Date(), bot: { name: "" }, title: "Sameside" };
const pressed = new Map(); // query id -> the button that waits for its answer
const answered = new Set(); // query ids whose answer came, perhaps before the press itself was confirmed
let typingTimer;
const brought = new Map(); // chat id -> what the link behind its Start button brings along
let awaited = null; // a patient who was added and of whom the stream has not told yet

const wide = matchMedia("(min-width: 741px)"); // list and phone side by side
const firstChat = () => [...state.chats.keys()][0] ?? null;
const chat = () => state.chats.get(state.open);
composer.connect(chat);

// --- What a message can do -------------------------------------------------------------------------------------

const does = {
  say: composer.say,
  enlarge,
  goTo(id) {
    const found = log.querySelector(`[data-id="${id}"]`);
    if (!found) return toast("This message is no longer here.");
    found.scrollIntoView({ block: "center" });
    found.classList.add("called");
    setTimeout(() => found.classList.remove("called"), 1600);
    found.focus({ preventScroll: true });
  },
  async copy(text) {
    await navigator.clipboard.writeText(text);
    toast("Copied.");
  },
  async press(message, data, button) {
    if (button.getAttribute("aria-busy") === "true") return;
    button.setAttribute("aria-busy", "true");
    try {
      const { query_id: query } = await post(`/chats/${state.open}/messages/${message.message_id}/press`, { data });
      pressed.set(query, button);
      if (answered.has(query)) return settle(query);
      setTimeout(() => settle(query), 15000); // Telegram's apps stop waiting, too
    } catch (problem) {
      button.removeAttribute("aria-busy");
      toast(problem.message);
    }
  },
  // What a link that starts this bot brings along; null for any other address.
  beginsWith(address) {
    const [, bot, start] = /^https:\/\/t\.me\/(\w+)\?start=([\w-]{1,64})$/.exec(address) ?? [];
    return start && bot.toLowerCase() === state.bot.username.toLowerCase() ? start : null;
  },
  offerStart(start) {
    const people = [...state.chats.values()].filter((each) => !each.blocked);
    sheet("Who opens this link?", [
      ...people.map((each) => ({ label: each.name, detail: each.id === state.open ? "On this phone" : null, does: () => openWith(each.id, start) })),
      { icon: "plus", label: "Somebody new", does: () => addPatient(start) },
    ]);
  },
  offer(message) {
    const items = [{ icon: "reply", label: "Reply", does: () => composer.setContext({ kind: "reply", message }) }];
    if (isOwn(message) && message.text) items.push({ icon: "edit", label: "Edit", does: () => composer.setContext({ kind: "edit", message }) });
    if (message.text ?? message.caption) items.push({ icon: "copy", label: "Copy", does: () => does.copy(message.text ?? message.caption) });
    sheet(preview(message).slice(0, 60), items);
  },
};

function settle(query) {
  pressed.get(query)?.removeAttribute("aria-busy");
  pressed.delete(query);
}

// --- Messages --------------------------------------------------------------------------------------------------

const atEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < 80;

let following = true; // until the reader scrolls up to something older
let lastTop = 0;

function toEnd() {
  following = true;
  log.scrollTop = log.scrollHeight;
  find("to-newest").hidden = true;
}

function append(entry, fresh) {
  const { message } = entry;
  const before = log.querySelector(".message:last-of-type");
  const sent = times.ofMessage(message);
  const last = before ? Number(before.dataset.date) : null;
  log.querySelector(".typing")?.remove();
  log.querySelector(".intro")?.remove();
  if (last === null || !times.sameDay(new Date(last * 1000), sent)) {
    log.append(make("p", { class: "day", "data-date": message.date }, times.dayName(sent, state.now)));
  }
  const node = bubble(entry, does);
  node.dataset.date = message.date;
  const own = isOwn(message);
  if (last !== null && before.classList.contains("own") === own && message.date - last < SAME_BREATH && log.lastElementChild === before) node.classList.add("same");
  if (fresh) node.classList.add("fresh");
  log.append(node);
}

function replace(entry) {
  const old = log.querySelector(`[data-id="${entry.message.message_id}"]`);
  if (!old) return;
  const end = following;
  const active = old.contains(document.activeElement) ? document.activeElement : null;
  const node = bubble(entry, does);
  node.dataset.date = entry.message.date;
  node.classList.toggle("same", old.classList.contains("same"));
  old.replaceWith(node);
  if (active) {
    const key = active.dataset.key && [...node.querySelectorAll(".key")].find((button) => button.dataset.key === active.dataset.key);
    (key || node).focus({ preventScroll: true });
  }
  if (end) toEnd();
}

function showTyping(action) {
  const words = { upload_document: "sending a file…", upload_photo: "sending a photo…", record_voice: "recording…" };
  clearTimeout(typingTimer);
  log.querySelector(".typing")?.remove();
  find("chat-status").textContent = action ? (words[action] ?? "typing…") : "bot";
  if (!action) return;
  const end = following;
  log.append(make("div", { class: "typing", "aria-hidden": "true", "data-testid": "typing" }, make("i"), make("i"), make("i")));
  if (end) toEnd();
  typingTimer = setTimeout(() => showTyping(null), TYPING_SHOWS);
}

function showIntro() {
  if (chat().messages.size) return;
  const { description, name } = state.bot;
  log.append(make("div", { class: "intro" }, make("b", {}, description ? "What can this bot do?" : name),
    description || `Press Start, and ${name} answers, as it would on Telegram.`));
}

// --- The open chat ---------------------------------------------------------------------------------------------

function open(id, { focus = true } = {}) {
  if (id !== state.open) composer.reset(); // what is half written stays when only the connection was lost
  state.open = id;
  history.replaceState(null, "", id ? `#${id}` : "#");
  document.body.dataset.screen = id ? "chat" : "list";
  const opened = chat();
  if (opened) opened.unread = 0;
  showChats(); // first: what is not shown yet cannot take the focus
  log.setAttribute("aria-live", "off"); // what was there before is not news
  log.replaceChildren();
  if (opened) {
    for (const entry of opened.messages.values()) append(entry, false);
    showIntro();
    showTyping(null);
    showChat();
    toEnd();
    if (focus) settleFocus();
  }
  requestAnimationFrame(() => log.setAttribute("aria-live", "polite"));
}

// To where one goes on: Start, the composer, or, where the keyboard of a touch screen would rise, the chat's name.
function settleFocus() {
  if (!find("begin").hidden) find("start").focus();
  else if (!composer.focus()) find("chat-name").focus();
}

// As on Telegram: a link shows the Start button again, and pressing it sends what the link brings along.
function openWith(id, start) {
  brought.set(id, start);
  open(id);
}

function showChat() {
  const { name, started, blocked, keyboard, pinned, messages } = chat();
  find("chat-name").textContent = state.bot.name;
  find("phone").setAttribute("aria-label", `${name}’s phone`);
  const onStart = document.activeElement === find("start");
  const begins = !started || blocked || brought.has(state.open);
  find("begin").hidden = !begins;
  find("start").textContent = blocked ? "Unblock and start again" : "Start";
  find("composer").hidden = begins;
  if (onStart && find("begin").hidden) settleFocus();
  const pin = messages.get(pinned.at(-1))?.message;
  find("pinned").hidden = !pin;
  if (pin) find("pinned-text").textContent = preview(pin);
  showKeyboard(blocked ? null : keyboard);
}

function showKeyboard(keyboard) {
  const told = JSON.stringify([state.open, keyboard]);
  if (find("keyboard").dataset.told === told) return; // what already stands keeps its focus
  find("keyboard").dataset.told = told;
  const rows = keyboard?.keyboard ?? [];
  find("keyboard").hidden = !rows.length;
  find("keyboard").replaceChildren(...rows.map((row) => make("div", {}, ...row.map(({ text }) =>
    make("button", { class: "key", type: "button", "data-testid": "reply-button", onclick: () => composer.say(text) }, text)))));
  find("composer-text").placeholder = keyboard?.input_field_placeholder || "Message";
  if (keyboard?.force_reply) {
    const asked = [...chat().messages.values()].map((entry) => entry.message).filter((message) => !isOwn(message)).at(-1);
    if (asked) composer.setContext({ kind: "reply", message: asked });
  }
}

function showChats() {
  document.body.classList.toggle("inhabited", state.chats.size > 0);
  const focused = [...find("chats").querySelectorAll("button")].indexOf(document.activeElement);
  find("chats").replaceChildren(...[...state.chats.values()].map((each, index) => {
    const last = [...each.messages.values()].at(-1)?.message;
    const face = make("span", { class: "avatar", "aria-hidden": "true" }, [...each.name][0].toUpperCase());
    face.style.setProperty("--hue", (175 + index * 97) % 360);
    return make("li", {}, make("button", { type: "button", "data-testid": "chat", "aria-current": each.id === state.open ? "true" : null, onclick: () => open(each.id) },
      face, make("b", {}, each.name), last ? make("time", {}, times.sameDay(times.ofMessage(last), state.now) ? times.timeOfDay(times.ofMessage(last)) : times.dayShort(times.ofMessage(last))) : make("span"),
      make("span", { class: "last" }, each.blocked ? "Has blocked the bot" : last ? preview(last) : "Has not started yet"),
      each.unread ? make("span", { class: "unread" }, String(each.unread), make("span", { class: "unseen" }, " unread")) : null));
  }));
  if (focused >= 0) find("chats").querySelectorAll("button")[focused]?.focus();
  const unread = [...state.chats.values()].reduce((sum, each) => sum + (each.unread ?? 0), 0);
  document.title = unread ? `(${unread}) ${state.title}` : state.title;
}

function showClock() {
  const [day, time] = [times.dayShort(state.now), times.timeOfDay(state.now)];
  const newDay = find("clock-day-name").textContent !== day;
  if (!newDay && find("clock-time").textContent === time) return;
  find("clock-day-name").textContent = day;
  find("clock-time").textContent = time;
  find("clock-local").dateTime = state.now.toISOString();
  find("clock-local").title = Intl.DateTimeFormat().resolvedOptions().timeZone;
  find("clock-utc").textContent = times.inUtc(state.now);
  find("phone-time").textContent = time;
  find("phone-day").textContent = day;
  if (!newDay) return;
  for (const mark of log.querySelectorAll(".day")) mark.textContent = times.dayName(new Date(mark.dataset.date * 1000), state.now);
  showChats();
}

// --- What the program tells ------------------------------------------------------------------------------------

function openAwaited() {
  const id = awaited;
  awaited = null;
  open(id);
}

const entries = (messages) => new Map(messages.map((entry) => [entry.message.message_id, entry]));

const tells = {
  snapshot(event) {
    Object.assign(state, { now: new Date(event.now), bot: event.bot, title: event.title });
    state.chats = new Map(event.chats.map((each) => [each.id, { ...each, messages: entries(each.messages), unread: 0 }]));
    find("title").textContent = event.title;
    showClock();
    if (state.chats.has(awaited)) return openAwaited();
    const wanted = Number(location.hash.slice(1)) || state.open;
    const known = state.chats.has(wanted) ? wanted : state.chats.size === 1 ? [...state.chats.keys()][0] : null;
    return open(known ?? (wide.matches ? firstChat() : null), { focus: false });
  },
  chat({ chat: told }) {
    const known = state.chats.get(told.id);
    state.chats.set(told.id, { messages: new Map(), unread: 0, ...known, ...told });
    if (told.id === awaited) return openAwaited();
    if (told.id === state.open) showChat();
    return showChats();
  },
  message(event) {
    const into = state.chats.get(event.chat_id);
    const entry = { message: event.message, reactions: event.reactions };
    into.messages.set(event.message.message_id, entry);
    if (event.chat_id === state.open) {
      const follow = following || isOwn(event.message);
      if (!isOwn(event.message)) showTyping(null);
      append(entry, true);
      if (follow) toEnd();
      else find("to-newest").hidden = false;
    } else if (!isOwn(event.message)) {
      into.unread += 1;
      find("news").textContent = `New message for ${into.name}`;
    }
    showChats();
  },
  edited(event) {
    const into = state.chats.get(event.chat_id);
    const entry = { message: event.message, reactions: event.reactions };
    into.messages.set(event.message.message_id, entry);
    if (event.chat_id === state.open) {
      replace(entry);
      showChat();
    }
    showChats();
  },
  deleted(event) {
    const into = state.chats.get(event.chat_id);
    into.messages.delete(event.message_id);
    if (event.chat_id === state.open) {
      const node = log.querySelector(`[data-id="${event.message_id}"]`);
      const held = node?.contains(document.activeElement);
      const day = node?.previousElementSibling;
      const next = node?.nextElementSibling;
      node?.remove();
      if (day?.classList.contains("day") && (!next || next.classList.contains("day"))) day.remove();
      if (held) log.focus();
    }
    showChats();
  },
  typing(event) {
    if (event.chat_id === state.open) showTyping(event.action);
  },
  answer(event) {
    answered.add(event.query_id);
    settle(event.query_id);
    if (event.chat_id !== state.open || !event.text) return;
    if (event.show_alert) alertWith(event.text);
    else toast(event.text);
  },
  profile(event) {
    state.bot = event.bot;
    for (const [id, commands] of Object.entries(event.commands)) state.chats.get(Number(id)).commands = commands;
    if (chat()) showChat();
  },
  clock(event) {
    state.now = new Date(event.now);
    showClock();
  },
};

const stream = new EventSource("/events");
stream.onmessage = ({ data }) => {
  const event = JSON.parse(data);
  tells[event.type](event);
};
stream.onopen = () => showTyping(null);
stream.onerror = () => { find("chat-status").textContent = "waiting for the program…"; };

// --- What people press -----------------------------------------------------------------------------------------

async function turn(button, path, body, after) {
  if (button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  try {
    const answer = await post(path, body);
    after?.(answer);
  } catch (problem) {
    toast(problem.message);
  } finally {
    button.removeAttribute("aria-disabled");
  }
}

const moved = ({ now }) => {
  find("news").textContent = `It is now ${times.dayShort(new Date(now))}, ${times.timeOfDay(new Date(now))}`;
};
const HOUR = 3600;
find("clock-hour").addEventListener("click", ({ currentTarget }) => turn(currentTarget, "/clock/advance", { seconds: HOUR }, moved));
find("clock-day").addEventListener("click", ({ currentTarget }) => turn(currentTarget, "/clock/advance", { seconds: 24 * HOUR }, moved));
find("clock-next").addEventListener("click", ({ currentTarget }) => turn(currentTarget, "/clock/next", {}, (answer) => {
  if (answer.reached) moved(answer);
  else toast("No reminder is planned.");
}));
find("load-history").addEventListener("click", ({ currentTarget }) => {
  if (!chat()) return addPatient();
  return turn(currentTarget, `/chats/${state.open}/history`, {}, () => toast(`A month is now in ${chat().name}’s log.`));
});

find("start").addEventListener("click", async () => {
  try {
    if (chat().blocked) await post(`/chats/${state.open}/block`, { blocked: false });
    const start = brought.get(state.open);
    brought.delete(state.open);
    showChat();
    await post(`/chats/${state.open}/text`, { text: start ? `/start ${start}` : "/start" });
  } catch (problem) {
    toast(problem.message);
  }
});
find("back").addEventListener("click", () => {
  document.body.dataset.screen = "list";
  state.open = null;
  history.replaceState(null, "", "#");
  showChats();
  find("chats").querySelector("button")?.focus();
});
find("chat-more").addEventListener("click", () => {
  const { blocked, name, id } = chat();
  sheet(`${name}’s chat`, [
    { icon: "info", label: "How this differs from Telegram", does: showAbout },
    blocked
      ? { icon: "block", label: "Unblock the bot", does: () => post(`/chats/${id}/block`, { blocked: false }) }
      : { icon: "block", label: "Block the bot", detail: "It can then no longer write here", harsh: true, does: () => post(`/chats/${id}/block`, { blocked: true }) },
  ]);
});
wide.addEventListener("change", () => { if (wide.matches && !chat()) open(firstChat(), { focus: false }); });
find("pinned").addEventListener("click", () => does.goTo(chat().pinned.at(-1)));
find("to-newest").addEventListener("click", () => {
  toEnd();
  log.focus();
});
log.addEventListener("scroll", () => {
  if (atEnd()) {
    following = true;
    find("to-newest").hidden = true;
  } else if (log.scrollTop < lastTop) {
    following = false;
  }
  lastTop = log.scrollTop;
});
new ResizeObserver(() => { if (following) toEnd(); }).observe(log); // a keyboard rose, the window turned
for (const button of document.querySelectorAll(".about-open")) button.addEventListener("click", showAbout);

let bringing = null; // what the link brings along that somebody new opens

function addPatient(start = null) {
  bringing = start;
  find("new-patient-form").reset();
  find("new-patient").showModal();
  find("patient-name").focus();
}
find("add-patient").addEventListener("click", () => addPatient());
find("welcome-add").addEventListener("click", () => addPatient());
find("new-patient-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    const { chat_id: id } = await post("/patients", { name: find("patient-name").value, language_code: navigator.language.split("-")[0] });
    find("new-patient").close();
    if (bringing) brought.set(id, bringing);
    if (state.chats.has(id)) open(id);
    else awaited = id;
  } catch (problem) {
    toast(problem.message);
  }
});
