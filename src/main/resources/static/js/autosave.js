// A form with data-autosave keeps what is typed as a draft, a moment after the last key. Without this file the button
// beside it does the same.
for (const form of document.querySelectorAll("form[data-autosave]")) {
	const state = form.querySelector("[data-autosave-state]");
	let waiting;
	let changed = false;

	const save = async () => {
		const fields = new URLSearchParams(new FormData(form));
		fields.set("auto", "1");
		changed = false;
		try {
			const answer = await fetch(form.dataset.autosave, { method: "POST", body: fields, redirect: "error" });
			if (!answer.ok) {
				throw new Error(answer.statusText);
			}
			state.textContent = `${state.dataset.saved} ${await answer.text()}`;
		}
		catch {
			changed = true;
			state.textContent = state.dataset.failed;
		}
	};

	form.addEventListener("input", () => {
		changed = true;
		clearTimeout(waiting);
		waiting = setTimeout(save, 3000);
	});
	form.addEventListener("submit", () => {
		changed = false;
		clearTimeout(waiting);
	});
	window.addEventListener("beforeunload", (event) => {
		if (changed) {
			event.preventDefault();
		}
	});
}
