// Small comforts only: every page works without this file.

// Printing is the browser's own; the button appears where a script can call it.
for (const button of document.querySelectorAll("[data-print]")) {
	button.hidden = false;
	button.addEventListener("click", () => window.print());
}

// What was typed at visits and not handed in (visit-draft.js): gone once it is saved, at sign-out, and after a week.
const WEEK = 7 * 24 * 60 * 60 * 1000;
const forget = (which) => Object.keys(localStorage)
	.filter((key) => key.startsWith("visit.") && which(JSON.parse(localStorage.getItem(key))))
	.forEach((key) => localStorage.removeItem(key));
forget((draft) => Date.now() - draft.at > WEEK);
if (document.querySelector("[data-visit-saved]")) {
	forget((draft) => draft.sent);
}
document.querySelector("form[action$='/logout']")?.addEventListener("submit", () => forget(() => true));

// A second click on a slow network must not send a form twice.
document.addEventListener("submit", (event) => {
	const form = event.target;
	if (event.defaultPrevented) {
		// Not sent at all: without a connection, say.
		return;
	}
	if (form.dataset.sent && form.method === "post") {
		event.preventDefault();
		return;
	}
	// A download leaves the page open: after a moment the form may be sent again.
	form.dataset.sent = "yes";
	setTimeout(() => delete form.dataset.sent, 4000);
});

// After a refused form the reader starts at the summary of what to change.
const refusal = document.querySelector(".note-risk[autofocus]");
if (refusal && document.activeElement !== refusal) {
	refusal.focus();
}

// A box in the head of a list ticks the page's boxes; it appears where a script can.
for (const all of document.querySelectorAll("[data-check-all]")) {
	const boxes = [...all.closest("form, table").querySelectorAll("tbody input[type=checkbox]")];
	all.hidden = false;
	all.addEventListener("change", () => boxes.forEach((box) => {
		box.checked = all.checked;
		box.dispatchEvent(new Event("change", { bubbles: true }));
	}));
}

// How many rows are chosen and what would be recorded of them, told as it changes.
for (const told of document.querySelectorAll("[data-chosen]")) {
	const form = told.closest("form");
	const boxes = [...form.querySelectorAll("tbody input[type=checkbox]")];
	const tell = () => {
		const kinds = new Map();
		for (const box of boxes) {
			box.closest("tr").setAttribute("aria-selected", box.checked);
			if (box.checked) {
				kinds.set(box.dataset.kind, (kinds.get(box.dataset.kind) ?? 0) + 1);
			}
		}
		const counts = [...kinds].map(([kind, count]) => told.dataset.count.replace("%", kind).replace("#", count));
		told.textContent = counts.length ? told.dataset.text.replace("#", boxes.filter((box) => box.checked).length).replace("%", counts.join(told.dataset.comma)) : told.dataset.none;
	};
	told.hidden = false;
	form.addEventListener("change", tell);
	tell();
}

// Writing a long form is no idleness: while somebody types, the session is kept awake.
let awake = Date.now();
document.addEventListener("input", () => {
	if (Date.now() - awake > 300000 && !document.querySelector(".login")) {
		awake = Date.now();
		fetch("/login", { method: "HEAD" });
	}
});
