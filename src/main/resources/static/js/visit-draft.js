// What is typed at a visit waits on this phone until it is saved: connections drop in the hills. Kept per account and pupil,
// without the fields that only few may read. nuanyang.js deletes it after saving, at sign-out and after a week.
const form = document.querySelector("form[data-draft]");
const key = `visit.${form.dataset.draft}`;
const unkept = new Set(["_csrf", ...form.dataset.draftPrivate.split(" ")]);
const offer = document.getElementById("draft-offer");
const offline = document.getElementById("draft-offline");

const stored = () => JSON.parse(localStorage.getItem(key) ?? "null");

// What was not handed in last time, until it is restored or deleted.
let before = stored();

const isAsSent = (field) => {
	if (field.type === "radio" || field.type === "checkbox") {
		return field.checked === field.defaultChecked;
	}
	return field.value === (field.defaultValue ?? field.value);
};

// The names of what was typed on this page.
const typed = () => new Set([...form.elements].filter((field) => !isAsSent(field)).map(({ name }) => name));

// Beside what is typed now, what was typed before stays as long as nobody said what is to become of it.
const keep = (sent) => {
	let fields = [...new FormData(form)].filter(([name]) => !unkept.has(name));
	if (before) {
		const now = typed();
		fields = [...before.fields.filter(([name]) => !now.has(name)), ...fields.filter(([name]) => now.has(name))];
	}
	localStorage.setItem(key, JSON.stringify({ at: Date.now(), sent, fields, undecided: Boolean(before) }));
};

// Only where nothing was typed meanwhile.
const fill = ({ fields }) => {
	const now = typed();
	for (const field of form.elements) {
		if (field.name && !unkept.has(field.name) && !now.has(field.name)) {
			const values = fields.filter(([name]) => name === field.name).map(([, value]) => value);
			if (field.type === "radio" || field.type === "checkbox") {
				field.checked = values.includes(field.value);
			}
			else if (values.length > 0) {
				field.value = values[0];
			}
		}
	}
};

const note = document.getElementById("draft-note");
note.textContent = note.dataset.kept;

if (before && !before.undecided && document.querySelector(".note-risk[autofocus]")) {
	// Refused, and everything typed is on the page already.
	before = null;
	keep(false);
}
else if (before) {
	document.getElementById("draft-time").textContent = new Date(before.at).toLocaleString(document.documentElement.lang);
	offer.hidden = false;
	// A page loaded again opens where it was left, far below the offer.
	history.scrollRestoration = "manual";
	scrollTo(0, 0);
}

document.getElementById("draft-restore").addEventListener("click", () => {
	fill(before);
	before = null;
	keep(false);
	offer.hidden = true;
	form.querySelector("input:not([type=hidden])").focus();
});

document.getElementById("draft-drop").addEventListener("click", () => {
	before = null;
	localStorage.removeItem(key);
	if (typed().size > 0) {
		keep(false);
	}
	offer.hidden = true;
	form.querySelector("input:not([type=hidden])").focus();
});

form.addEventListener("input", () => keep(false));

form.addEventListener("submit", (event) => {
	keep(true);
	if (!navigator.onLine) {
		event.preventDefault();
		keep(false);
		offline.hidden = false;
		offline.focus();
	}
});

window.addEventListener("online", () => {
	offline.hidden = true;
});
