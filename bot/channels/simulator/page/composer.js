// Where the patient writes: text, replies, edits, commands, photos, files and voice notes.

import { post, upload } from "./api.js";
import { preview } from "./bubbles.js";
import { sheet, toast } from "./overlays.js";

const find = (id) => document.getElementById(id);
const text = find("composer-text");
const CAN_RECORD = Boolean(navigator.mediaDevices?.getUserMedia && globalThis.MediaRecorder);

let chat = () => undefined; // the chat that is open; given by the page
let about = null; // {kind: "reply" | "edit", message}
let recording = null;

export function connect(openChat) {
  chat = openChat;
}

// True where the focus could go there: on a touch screen it would raise the keyboard unasked.
export function focus() {
  if (find("composer").hidden || !matchMedia("(pointer: fine)").matches) return false;
  text.focus();
  return true;
}

export function reset() {
  text.value = "";
  setContext(null);
  grow();
}

export async function say(words) {
  try {
    await post(`/chats/${chat().id}/text`, { text: words });
  } catch (problem) {
    toast(problem.message);
  }
}

export function setContext(next) {
  about = next;
  find("context").hidden = !next;
  if (!next) return;
  const edits = next.kind === "edit";
  find("context-icon").setAttribute("href", edits ? "#i-edit" : "#i-reply");
  find("context-kind").textContent = edits ? "Edit:" : "Reply to:";
  find("context-text").textContent = preview(next.message);
  if (edits) text.value = next.message.text;
  grow();
  text.focus();
}

function grow() {
  if (CSS.supports("field-sizing", "content")) return;
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight + 3}px`;
}

async function submit() {
  const words = text.value.trim();
  const context = about;
  if (!words || !chat()) return;
  text.value = "";
  setContext(null);
  grow();
  try {
    if (context?.kind === "edit") await post(`/chats/${chat().id}/messages/${context.message.message_id}/edit`, { text: words });
    else await post(`/chats/${chat().id}/text`, { text: words, reply_to: context?.message.message_id ?? null });
  } catch (problem) {
    toast(problem.message);
    if (!text.value) text.value = words; // nothing that was written is lost
  }
}

async function sendFile(kind, file, more = {}) {
  const caption = text.value.trim();
  try {
    await upload(`/chats/${chat().id}/file`, { kind, file, caption, ...more });
    if (caption && text.value.trim() === caption) reset();
  } catch (problem) {
    toast(problem.message);
  }
}

function offerCommands() {
  const commands = chat()?.commands ?? [];
  if (!commands.length) {
    toast("The bot has not named any commands yet.");
    return;
  }
  sheet("Commands", commands.map(({ command, description }) => ({
    label: `/${command}`, detail: description, does: () => { say(`/${command}`); focus(); },
  })));
}

function offerAttachments() {
  const items = [
    { icon: "photo", label: "Photo", does: () => find("pick-photo").click() },
    { icon: "file", label: "File", does: () => find("pick-file").click() },
    { icon: "voice", label: "Audio file as a voice note", does: () => find("pick-voice").click() },
  ];
  if (CAN_RECORD) items.push({ icon: "voice", label: "Record a voice note", does: record });
  sheet("Attach", items);
}

async function record() {
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch {
    toast("The browser did not allow the microphone.");
    return;
  }
  const pieces = [];
  const recorder = new MediaRecorder(stream);
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 1000);
  recording = { recorder, keep: false };
  recorder.ondataavailable = ({ data }) => pieces.push(data);
  recorder.onstop = () => {
    clearInterval(recording.timer);
    for (const track of stream.getTracks()) track.stop();
    showRecording(false);
    if (recording.keep) sendFile("voice", new File(pieces, "voice", { type: recorder.mimeType }), { duration: recording.seconds });
    recording = null;
  };
  recording.seconds = 0;
  recording.timer = setInterval(() => {
    recording.seconds = seconds();
    find("recording-time").textContent = `${Math.floor(seconds() / 60)}:${String(seconds() % 60).padStart(2, "0")}`;
  }, 250);
  showRecording(true);
  recorder.start();
}

function showRecording(on) {
  find("recording").hidden = !on;
  find("composer").querySelector(".write").hidden = on;
  if (on) find("recording-send").focus();
  else text.focus();
}

function finishRecording(keep) {
  if (!recording) return;
  recording.keep = keep;
  recording.recorder.stop();
}

find("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
text.addEventListener("input", grow);
text.addEventListener("keydown", (event) => {
  const sends = event.key === "Enter" && !event.shiftKey && !event.isComposing && matchMedia("(pointer: fine)").matches;
  if (sends) {
    event.preventDefault();
    submit();
  } else if (event.key === "Escape" && about) {
    if (about.kind === "edit") text.value = "";
    setContext(null);
  }
});
find("context-cancel").addEventListener("click", () => {
  if (about?.kind === "edit") text.value = "";
  setContext(null);
  text.focus();
});
find("menu").addEventListener("click", offerCommands);
find("attach").addEventListener("click", offerAttachments);
find("recording-send").addEventListener("click", () => finishRecording(true));
find("recording-cancel").addEventListener("click", () => finishRecording(false));
for (const [id, kind] of [["pick-photo", "photo"], ["pick-file", "document"], ["pick-voice", "voice"]]) {
  find(id).addEventListener("change", async ({ target }) => {
    for (const file of target.files) await sendFile(kind, file);
    target.value = "";
  });
}
text.addEventListener("paste", (event) => {
  const images = [...event.clipboardData.files].filter((file) => file.type.startsWith("image/"));
  if (images.length) event.preventDefault();
  for (const image of images) sendFile("photo", image);
});
