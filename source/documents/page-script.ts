/**
 * What a page does where a script may run: finds entries, and shows the log as it stood. Without it everything is there
 * to be read. It reads the page and changes what is hidden; it makes no markup, stores nothing and asks for nothing.
 */
export const pageScript = `
'use strict';
(() => {
	const byId = id => document.getElementById(id);
	const tools = byId('tools');
	const rows = [...document.querySelectorAll('tr[data-recorded]')];
	if (tools === null || rows.length === 0) {
		return;
	}

	const [words, slider, count, notice] = ['words', 'slider', 'count', 'notice'].map(byId);
	const times = [...new Set(rows.map(row => row.dataset.recorded))].sort();
	const texts = [];
	const clock = zone => new Intl.DateTimeFormat('en-GB', {timeZone: zone, dateStyle: 'medium', timeStyle: 'long'});
	let format;
	try {
		format = clock(tools.dataset.zone);
	} catch {
		format = clock('UTC');
	}

	const pointTo = at => {
		for (const line of document.querySelectorAll('line.then')) {
			line.setAttribute('visibility', at === undefined ? 'hidden' : 'visible');
			if (at === undefined) {
				continue;
			}

			const {from, to, left, width} = line.ownerSVGElement.dataset;
			const share = (Date.parse(at) - Number(from)) / (Number(to) - Number(from));
			const x = Number(left) + Math.min(1, Math.max(0, share)) * Number(width);
			line.setAttribute('x1', x);
			line.setAttribute('x2', x);
		}
	};

	const show = () => {
		const step = Number(slider.value);
		const isNow = step >= times.length - 1;
		const at = times[step];
		const sought = words.value.toLowerCase().split(/\\s+/u).filter(Boolean);
		let [shown, later] = [0, 0];
		rows.forEach((row, index) => {
			const isLater = !isNow && row.dataset.recorded > at;
			const text = sought.length === 0 ? '' : (texts[index] ??= row.textContent.toLowerCase());
			row.hidden = isLater || !sought.every(word => text.includes(word));
			later += isLater ? 1 : 0;
			shown += row.hidden ? 0 : 1;
		});
		const moment = format.format(new Date(at));
		slider.setAttribute('aria-valuetext', isNow ? 'everything, to ' + moment : 'as of ' + moment);
		byId('moment').textContent = isNow ? 'everything, to ' + moment : moment;
		const told = shown + ' of ' + rows.length + ' entries are shown';
		count.textContent = told + '.';
		notice.hidden = shown === rows.length;
		notice.textContent = [
			'Not the whole log: ' + told + '.',
			isNow ? '' : 'AS OF ' + moment + ': ' + later + ' recorded after that are hidden. An entry that was struck later is shown as struck. The other parts of this document are not turned back.',
			sought.length === 0 ? '' : 'Only entries with these words: ' + sought.join(' '),
		].filter(Boolean).join(' ');
		pointTo(isNow ? undefined : at);
	};

	let waiting = false;
	const soon = () => {
		if (!waiting) {
			waiting = true;
			requestAnimationFrame(() => {
				waiting = false;
				show();
			});
		}
	};

	slider.max = String(times.length - 1);
	slider.value = slider.max;
	words.value = '';
	words.addEventListener('input', soon);
	slider.addEventListener('input', soon);
	byId('whole').addEventListener('click', () => {
		words.value = '';
		slider.value = slider.max;
		show();
	});
	tools.hidden = false;
	show();
})();
`;
