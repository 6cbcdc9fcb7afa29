"use strict";
(() => {
  const form = JSON.parse(document.getElementById("form").textContent);
  const root = document.documentElement;
  const byId = id => document.getElementById(id);
  const fields = ["organization", "respondent", "role", "date"];
  const questions = form.questions.map((q, i) => Object.assign(q, {box: byId("q" + (i + 1)), asked: true}));
  const places = new Map(questions.map((q, i) => [q.id, i]));
  const draftName = "assess-form " + form.questionnaire + " " + form.version + " " + location.pathname;
  let opened = {}; // what the file that was opened says beside what this page shows
  let saved = "", keeps = true;

  const say = (key, ...args) => args.reduce((t, a, i) => t.replaceAll("{" + (i + 1) + "}", a), form.words[root.lang][key]);
  const part = (q, selector) => q.box.querySelector(selector);
  const choices = q => [...q.box.querySelectorAll("input[name]")];
  const text = (q, selector) => { const at = part(q, selector); return at ? at.value.trim() : ""; };

  // number reads a decimal number, also one with a comma or in full-width digits; NaN for anything else.
  const number = raw => {
    const plain = raw.normalize("NFKC").trim().replace("\u2212", "-").replace(",", ".");
    return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN;
  };

  // counted is what was counted: undefined where nothing was, null where it can't be one.
  const counted = q => {
    if (!q.count || text(q, ".part") === "" && (q.count === "number" || text(q, ".whole") === "")) return undefined;
    const some = number(text(q, ".part"));
    if (q.count === "number") return Number.isNaN(some) ? null : {given: some, value: some};
    const all = number(text(q, ".whole"));
    return some >= 0 && all > 0 && some <= all ? {given: [some, all], value: some / all} : null;
  };

  // reached is the option that a count reaches: the last whose limit it does, else the first.
  const reached = (q, value) => q.options.reduce((at, o, i) => {
    const within = o.from !== undefined && (q.less ? value <= o.from + 1e-9 : value >= o.from - 1e-9);
    return i > 0 && within ? i : at;
  }, 0);

  // answer is what is answered: nothing where it is still open, wrong where something is missing.
  const answer = q => {
    const ticked = choices(q).filter(c => c.checked);
    const other = ticked.find(c => c.matches(".unknown, .na"));
    if (other && other.matches(".unknown")) return {unknown: true};
    if (other) return text(q, ".why") === "" ? {wrong: "why", na: true} : {not_applicable: text(q, ".why")};
    if (q.kind === "many") {
      return ticked.length === 0 ? {} : {value: ticked.filter(c => !c.matches(".none")).map(c => c.value)};
    }
    if (q.kind !== "one") return typed(q);
    const chosen = ticked.length === 0 ? undefined : Number(ticked[0].value);
    const count = counted(q);
    if (count === null) return {wrong: "count", value: chosen};
    if (count === undefined) return chosen === undefined ? {} : {value: chosen};
    const out = {count: count.given};
    if (chosen !== undefined && chosen !== q.options[reached(q, count.value)].value) out.value = chosen;
    return out;
  };

  const typed = q => {
    const raw = text(q, ".typed");
    if (raw === "") return {};
    if (q.kind !== "number") return {value: raw};
    return Number.isNaN(number(raw)) ? {wrong: "number"} : {value: number(raw)};
  };

  const said = a => a.unknown === true || a.not_applicable !== undefined || a.value !== undefined || a.count !== undefined;

  // points is the value that conditions look at; undefined where there is none.
  const points = (q, a) => {
    if (a.unknown || a.not_applicable !== undefined || a.na) return undefined;
    if (a.count !== undefined && a.value === undefined) return q.options[reached(q, counted(q).value)].value;
    if (q.kind !== "many" || a.value === undefined) return a.value;
    const sum = q.options.filter(o => a.value.includes(o.id)).reduce((s, o) => s + o.value, 0);
    return Math.min(q.full, sum);
  };

  const holds = (c, answers) => {
    if (c.any) return c.any.some(one => holds(one, answers));
    const on = questions[c.on], a = answers[c.on], p = points(on, a);
    if (!on.asked || p === undefined) return false;
    if (c.ticked) return c.ticked.some(id => Array.isArray(a.value) && a.value.includes(id));
    if (c.least !== undefined) return p >= c.least - 1e-9;
    if (c.most !== undefined) return p <= c.most + 1e-9;
    return c.oneOf.some(v => Math.abs(p - v) <= 1e-9);
  };

  // look brings the page up to date with what is filled in, and returns the answers.
  const look = () => {
    const answers = [];
    let done = 0, asked = 0;
    questions.forEach(q => {
      q.asked = q.conditions.every(c => holds(c, answers));
      q.box.hidden = !q.asked;
      limit(q);
      const a = answer(q);
      answers.push(a);
      const why = part(q, ".reason");
      if (why) why.hidden = !part(q, ".na").checked;
      part(q, ".wrong").textContent = a.wrong ? say(a.wrong) : "";
      const count = counted(q), shown = part(q, ".counted");
      if (shown) shown.textContent = count ? say("reaches", q.options[reached(q, count.value)].shown) : "";
      q.box.classList.toggle("answered", said(a) && !a.wrong);
      if (!q.asked) return;
      asked++;
      if (said(a) && !a.wrong) done++;
    });
    document.querySelectorAll(".section").forEach(s => { s.hidden = [...s.querySelectorAll("fieldset")].every(f => f.hidden); });
    byId("progress").textContent = say("progress", done, asked);
    byId("bar").max = Math.max(1, asked);
    byId("bar").value = done;
    return answers;
  };

  // limit leaves beside a count only what may stand there: the option that it reaches, and those above it that no count reaches.
  const limit = q => {
    if (!q.count) return;
    const count = counted(q), at = count ? reached(q, count.value) : -1;
    choices(q).forEach(c => {
      const i = q.options.findIndex(o => String(o.value) === c.value);
      c.disabled = at >= 0 && i >= 0 && i !== at && (i < at || q.options[i].from !== undefined);
      if (c.disabled) c.checked = false;
    });
    if (at >= 0 && !choices(q).some(c => c.checked)) choices(q)[at].checked = true;
  };

  const lines = raw => raw.split("\n").map(l => l.trim()).filter(l => l !== "");

  // entry is the answer as it is saved, with what the opened file had of it beside; undefined for nothing.
  const entry = (q, a, draft) => {
    const out = {};
    const old = opened.answers && opened.answers[q.id];
    if (old && typeof old === "object") {
      for (const key of Object.keys(old)) if (!form.shown.includes(key)) out[key] = old[key];
    }
    for (const key of ["value", "count", "unknown", "not_applicable"]) if (a[key] !== undefined) out[key] = a[key];
    if (draft && a.na) out.not_applicable = "";
    if (q.unseen && !said(a)) Object.assign(out, q.unseen);
    if (part(q, ".note").value.trim() !== "") out.note = part(q, ".note").value.trim();
    if (lines(part(q, ".evidence").value).length > 0) out.evidence = lines(part(q, ".evidence").value);
    return Object.keys(out).length > 0 ? out : undefined;
  };

  const response = draft => {
    const answers = look();
    const out = {format: form.format, questionnaire: form.questionnaire, questionnaire_version: form.version};
    out.organization = byId("organization").value.trim();
    out.date = byId("date").value;
    const who = {name: byId("respondent").value.trim(), role: byId("role").value.trim()};
    for (const key of ["name", "role"]) if (who[key] === "") delete who[key];
    if (Object.keys(who).length > 0) out.respondent = who;
    for (const key of Object.keys(opened)) if (!(key in out) && key !== "respondent" && key !== "answers") out[key] = opened[key];
    out.answers = {};
    questions.forEach((q, i) => {
      const one = entry(q, answers[i], draft);
      if (one) out.answers[q.id] = one;
    });
    for (const id of Object.keys(opened.answers || {})) if (!places.has(id)) out.answers[id] = opened.answers[id];
    return out;
  };

  const clear = q => {
    choices(q).forEach(c => { c.checked = c.disabled = false; });
    for (const selector of [".why", ".part", ".whole", ".typed"]) if (part(q, selector)) part(q, selector).value = "";
  };

  // put fills a question in; false where the page can't show what the file says.
  const put = (q, e) => {
    clear(q);
    const {value, count, unknown, not_applicable: why, note, evidence} = given(e);
    part(q, ".note").value = typeof note === "string" ? note : "";
    part(q, ".evidence").value = Array.isArray(evidence) ? evidence.join("\n") : "";
    if (note || evidence) part(q, ".foot details").open = true;
    if (unknown === true || e === "unknown") return tick(q, ".unknown");
    if (typeof why === "string" && part(q, ".na")) {
      part(q, ".why").value = why;
      return tick(q, ".na");
    }
    if (count !== undefined && q.count) {
      const all = [].concat(count);
      part(q, ".part").value = all[0];
      if (part(q, ".whole")) part(q, ".whole").value = all.length > 1 ? all[1] : "";
    }
    if (value === undefined || value === null) return why === undefined;
    if (q.kind === "many") {
      if (!Array.isArray(value)) return false;
      return value.length === 0 ? tick(q, ".none") : value.every(id => tickValue(q, id));
    }
    if (q.kind === "one") return tickValue(q, value);
    part(q, ".typed").value = value;
    return true;
  };
  const given = e => (e !== null && typeof e === "object" && !Array.isArray(e) ? e : {value: e});
  const tick = (q, selector) => (part(q, selector) ? (part(q, selector).checked = true) : false);
  const tickValue = (q, value) => {
    const at = choices(q).find(c => !c.matches(".unknown, .na, .none") && (q.kind === "many" ? c.value === value : Number(c.value) === value));
    return at ? (at.checked = true) : false;
  };

  // fill shows a response, and says how many entries of it stay in the file unseen.
  const fill = response => {
    opened = response;
    byId("organization").value = response.organization || "";
    byId("respondent").value = (response.respondent || {}).name || "";
    byId("role").value = (response.respondent || {}).role || "";
    byId("date").value = response.date || "";
    const answers = response.answers || {};
    let unseen = Object.keys(answers).filter(id => !places.has(id)).length;
    questions.forEach(q => {
      q.unseen = undefined;
      if (!put(q, q.id in answers ? answers[q.id] : {})) {
        unseen++;
        q.unseen = given(answers[q.id]);
      }
    });
    return unseen;
  };

  const complain = (key, ...args) => { byId("wrong").textContent = key ? say(key, ...args) : ""; };

  const open = async file => {
    let read;
    try { read = JSON.parse(await file.text()); } catch (e) { read = null; }
    if (read === null || typeof read !== "object" || read.format !== form.format) return complain("noAnswers", file.name);
    if (read.questionnaire !== form.questionnaire || read.questionnaire_version !== form.version) {
      return complain("otherVersion", file.name, read.questionnaire + " " + read.questionnaire_version);
    }
    if (changed() && !confirm(say("replace"))) return;
    const unseen = fill(read);
    complain(unseen > 0 ? "unseen" : "", unseen);
    saved = JSON.stringify(response(false));
    keep();
  };

  const fileName = () => {
    const safe = t => t.replace(/[\\/:*?"<>|\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "_").replace(/^\.+/, "").slice(0, 80);
    const now = new Date().toISOString().replace(/[-:]/g, "").slice(0, 15); // so that two without a name differ
    const who = byId("respondent").value.trim() || byId("role").value.trim() || now;
    const parts = [byId("organization").value.trim(), who];
    return parts.map(safe).filter(t => t !== "").join(" - ") + ".answers.json";
  };

  const save = () => {
    const out = response(false);
    const wrong = questions.filter(q => q.asked && part(q, ".wrong").textContent !== "");
    if (out.organization === "") {
      complain("organizationMissing");
      return byId("organization").focus();
    }
    if (out.date === "") {
      complain("dateMissing");
      return byId("date").focus();
    }
    if (Object.keys(out.answers).length === 0) return complain("nothing");
    complain(wrong.length > 0 ? "notSaved" : "", wrong.map(q => q.number).join(", "));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(out, null, 1) + "\n"], {type: "application/json"}));
    link.download = fileName();
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    saved = JSON.stringify(out);
    byId("draft").textContent = say("savedAs", link.download);
  };

  const changed = () => JSON.stringify(response(false)) !== saved;

  // keep stores a draft in the browser, where it lets us, and says whether it does.
  const keep = () => {
    const draft = JSON.stringify(response(true));
    try { localStorage.setItem(draftName, draft); keeps = localStorage.getItem(draftName) === draft; } catch (e) { keeps = false; }
    byId("draft").textContent = say(keeps ? "kept" : "notKept");
  };

  const speak = language => {
    root.lang = language;
    document.title = form.words[language].title;
    document.querySelectorAll(".language").forEach(b => b.setAttribute("aria-pressed", String(b.dataset.language === language)));
    look();
    byId("draft").textContent = say(keeps ? "kept" : "notKept");
  };

  document.addEventListener("input", event => {
    const box = event.target.closest("fieldset");
    if (event.target.id === "open") return;
    if (box && event.target.name && event.target.type === "checkbox" && event.target.checked) {
      const q = questions.find(one => one.box === box), chosen = event.target;
      const alone = c => c.matches(".none, .unknown, .na") || q.options.some(o => o.exclusive && o.id === c.value);
      choices(q).forEach(c => { if (c !== chosen && (alone(chosen) || alone(c))) c.checked = false; });
    }
    if (box && event.target.matches("input[name].unknown, input[name].na")) {
      for (const selector of [".part", ".whole", ".typed"]) {
        const at = box.querySelector(selector);
        if (at) at.value = "";
      }
    }
    if (box && event.target.matches(".part, .whole, .typed")) choices(questions.find(q => q.box === box)).forEach(c => { c.checked = false; });
    keep();
  });
  document.querySelectorAll(".clear").forEach(b => b.addEventListener("click", () => {
    clear(questions.find(q => q.box === b.closest("fieldset")));
    keep();
  }));
  document.querySelectorAll(".save").forEach(b => b.addEventListener("click", save));
  document.querySelectorAll(".language").forEach(b => b.addEventListener("click", () => speak(b.dataset.language)));
  byId("open").addEventListener("change", event => {
    const file = event.target.files[0];
    event.target.value = "";
    if (file) open(file);
  });
  addEventListener("beforeunload", event => { if (!keeps && changed()) event.preventDefault(); });

  const today = new Date();
  byId("date").value = [today.getFullYear(), String(today.getMonth() + 1).padStart(2, "0"), String(today.getDate()).padStart(2, "0")].join("-");
  saved = JSON.stringify(response(false));
  try {
    const draft = localStorage.getItem(draftName);
    if (draft !== null) fill(JSON.parse(draft));
  } catch (e) { keeps = false; }
  speak(root.lang);
})();
