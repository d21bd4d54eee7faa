// An import's pages with a keyboard, and progress that comes by itself. Everything works without it.
(() => {
  const rows = [...document.querySelectorAll("[data-import-row]")];
  const settle = document.querySelector("[data-import-settle]");
  const boxes = rows.map((row) => row.querySelector("input[type=checkbox]"));
  const accept = settle && settle.querySelector("button[value=accept]");
  if (accept) document.querySelectorAll("[data-import-keys]").forEach((each) => { each.hidden = false; });

  const all = document.querySelector("[data-import-all]");
  if (all && boxes.length) {
    all.hidden = false;
    document.querySelector("[data-import-all-label]").hidden = false;
    all.addEventListener("change", () => boxes.forEach((box) => { box.checked = all.checked; }));
  }

  const follow = (name) => {
    const link = document.querySelector(`[data-import-${name}]`);
    if (link) link.click();
  };
  const step = (by) => {
    if (!rows.length) return follow(by > 0 ? "after" : "before");
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const to = Math.min(rows.length - 1, Math.max(0, at < 0 ? 0 : at + by));
    boxes[to].focus();
    rows[to].scrollIntoView({ block: "nearest" });
  };
  const here = () => rows.find((row) => row.contains(document.activeElement));
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    x: () => { if (here()) here().querySelector("input").click(); },
    o: () => { if (here()) here().querySelector("[data-import-open]").click(); },
    a: () => { if (accept && (!rows.length || boxes.some((box) => box.checked))) accept.click(); },
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !settle || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  const progress = document.querySelector("[data-import-progress]");
  if (!progress || !progress.querySelector("progress")) return;
  const look = async () => {
    try {
      const answer = await fetch(location.href, { headers: { "X-Requested-With": "XMLHttpRequest" } });
      if (!answer.ok || answer.redirected) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const shown = page.querySelector("[data-import-progress]");
      if (!shown || !shown.querySelector("progress")) return location.reload();
      document.querySelector("[data-import-progress]").replaceWith(shown);
      const groups = page.querySelector(".desk-groups");
      if (groups && !document.querySelector(".desk-groups").contains(document.activeElement)) {
        document.querySelector(".desk-groups").replaceWith(groups);
      }
    } catch { /* the server is started anew: the next look finds it */ }
    return setTimeout(look, 2000);
  };
  setTimeout(look, 2000);
})();
