// What the page asks of the program: one POST for each thing a person does.

async function answered(response) {
  const kind = response.headers.get("Content-Type") ?? "";
  const body = kind.includes("json") ? await response.json() : { error: (await response.text()).trim() };
  if (!response.ok) throw new Error(body.error || "That did not work.");
  return body;
}

async function send(path, options) {
  let response;
  try {
    response = await fetch(path, { method: "POST", ...options });
  } catch {
    throw new Error("The program does not answer. Is it still running?");
  }
  return answered(response);
}

export function post(path, body = {}) {
  return send(path, { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

export function upload(path, fields) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return send(path, { body: form });
}
