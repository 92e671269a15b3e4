// The table and the charts of to-html's page, made of the marks in its articles. Text goes in as text, never as markup.
'use strict';
(() => {
const wording = JSON.parse(document.getElementById('wording').textContent);
const locale = document.documentElement.lang;
const PAGE = 200;
const say = (name, values = {}) => (wording[name] ?? '').replace(/\{(\w)\}/g, (all, key) => values[key] ?? all);
const count = number => number.toLocaleString(locale);

function element(name, attributes = {}, ...children) {
	const made = document.createElement(name);
	for (const [key, value] of Object.entries(attributes))
		made.setAttribute(key, value);
	made.append(...children);
	return made;
}

// 1234567.50 as 1.234.567,50: digit by digit, for no number here goes through a float that does not have to.
function formatted(value) {
	const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
	if (!parts)
		return value;
	const [group, point] = locale === 'vi' ? ['.', ','] : [',', '.'];
	return parts[1] + parts[2].replace(/\B(?=(\d{3})+$)/g, group) + (parts[3] ? point + parts[3] : '');
}

// As people type who leave the marks out: Đà Nẵng, da nang.
const folded = text => text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd');

// ---- what the articles hold

const blocks = new Map();
function blockText(block) {
	let text = blocks.get(block);
	if (text === undefined) {
		text = '';
		for (const node of block.childNodes)
			text += node.nodeName === 'MARK' ? node.firstChild.data : node.data ?? '';
		blocks.set(block, text);
	}
	return text;
}

const COUNTED = new Set(['number', 'percent', 'pp', 'money', 'measure', 'ordinal', 'multiple']);
const articles = [...document.querySelectorAll('#articles > article')];
const rows = [];
for (const article of articles) {
	const day = /^\d{4}-\d\d-\d\d/.exec(article.dataset.date ?? '')?.[0] ?? '';
	for (const mark of article.querySelectorAll('mark')) {
		const data = mark.dataset;
		const kind = data.kind ?? '';
		rows.push({
			mark, article, day, kind, surface: mark.firstChild.data, kindText: say('kind_' + kind) || kind,
			value: data.value ?? '', range: data.value === undefined && (data.from !== undefined || data.to !== undefined),
			number: COUNTED.has(kind) && /^-?\d+(\.\d+)?$/.test(data.value ?? '') ? Number(data.value) : NaN,
			what: data.of ?? data.noun ?? '',
		});
	}
}

function valueText(row) {
	const data = row.mark.dataset;
	const show = COUNTED.has(row.kind) ? formatted : text => text;
	const value = row.range ? `${show(data.from ?? '…')} – ${show(data.to ?? '…')}` : show(row.value);
	return [say('change_' + (data.change ?? '')), ...(data.mod ?? '').split(',').map(mod => say('mod_' + mod)), value, data.unit,
		data.per && '/ ' + data.per].filter(Boolean).join(' ');
}

// The words around a figure: [before, figure, behind].
function context(row) {
	const block = row.mark.parentElement;
	let begin = 0;
	for (let node = block.firstChild; node !== row.mark; node = node.nextSibling)
		begin += (node.nodeName === 'MARK' ? node.firstChild.data : node.data ?? '').length;
	const text = blockText(block), end = begin + row.surface.length, around = 70;
	let from = begin > around ? text.indexOf(' ', begin - around) + 1 : 0;
	let to = text.length > end + around ? text.lastIndexOf(' ', end + around) : text.length;
	if (from > begin || from === 0 && begin > around)
		from = begin;
	if (to < end)
		to = end;
	return [(from > 0 ? '… ' : '') + text.slice(from, begin), text.slice(begin, end), text.slice(end, to) + (to < text.length ? ' …' : '')];
}

// ---- the table

const titleOf = article => {
	const heading = article.querySelector('h3');
	return heading ? blockText(heading) : article.dataset.id;
};
const collator = new Intl.Collator('vi', {numeric: true});
const byText = key => (a, b, sign = 1) => sign * collator.compare(key(a), key(b));
// A range goes by where it begins. What is no number stands behind all numbers, whichever way they are sorted.
const size = row => Number.isNaN(row.number) && COUNTED.has(row.kind) ? Number(row.mark.dataset.from ?? row.mark.dataset.to) : row.number;
const byValue = (a, b, sign) => {
	const x = size(a), y = size(b);
	return Number.isNaN(x) - Number.isNaN(y) || sign * (Number.isNaN(x) ? byText(valueText)(a, b) : x - y);
};
const COLUMNS = {
	figure: byText(row => row.surface), kind: byText(row => row.kindText), value: byValue, what: byText(row => row.what),
	context: null, date: byText(row => row.day), article: byText(row => titleOf(row.article)),
};
const state = {kind: '', q: '', sort: ''};
let shown = PAGE;

// The state stands in the address, so that a view can be kept and passed on: #kind=money&sort=-value&q=ngân sách
function readAddress() {
	const hash = decodeURIComponent(location.hash.slice(1));
	if (!hash.includes('='))
		return;
	for (const part of hash.split('&')) {
		const [key, ...rest] = part.split('=');
		if (key in state)
			state[key] = rest.join('=');
	}
}
function writeAddress() {
	const parts = Object.entries(state).filter(([, value]) => value).map(([key, value]) => key + '=' + encodeURIComponent(value));
	history.replaceState(null, '', parts.length ? '#' + parts.join('&') : location.pathname + location.search);
}

function selected() {
	const query = state.q.trim().toLowerCase().normalize('NFC'), bare = folded(query) === query;
	const has = text => bare ? folded(text).includes(query) : text.toLowerCase().includes(query);
	const found = new Map();  // every block is looked at once
	const blockHas = block => {
		if (!found.has(block))
			found.set(block, has(blockText(block)));
		return found.get(block);
	};
	let list = rows.filter(row => (!state.kind || row.kind === state.kind) &&
		(!query || has(row.surface) || has(row.what) || blockHas(row.mark.parentElement) || has(titleOf(row.article))));
	const name = state.sort.replace(/^-/, ''), order = COLUMNS[name];
	const sign = state.sort.startsWith('-') ? -1 : 1;
	if (order)
		list = list.sort((a, b) => order(a, b, sign));
	return list;
}

function tableRow(row) {
	const [before, figure, behind] = context(row);
	const cells = {
		figure: [element('a', {href: '#' + row.mark.id}, row.surface)], kind: [row.kindText], value: [valueText(row)],
		what: [row.what], context: [before, element('b', {}, figure), behind], date: [row.day],
		article: [element('a', {href: '#' + row.article.id}, titleOf(row.article))],
	};
	return element('tr', {}, ...Object.keys(COLUMNS).map(name => {
		const cell = element('td', {class: name, 'data-label': say(name)}, element('span', {}, ...cells[name]));
		if (!cell.textContent)
			cell.dataset.empty = '';
		return cell;
	}));
}

const body = element('tbody');
const status = element('p', {role: 'status', class: 'note'});
const more = element('button', {type: 'button'});
const heads = {};
function render() {
	const list = selected();
	body.replaceChildren(...list.slice(0, shown).map(tableRow));
	status.textContent = say('rows', {n: count(list.length), f: count(rows.length)});
	more.hidden = list.length <= shown;
	more.textContent = say('more', {n: count(Math.min(PAGE, list.length - shown))});
	for (const [name, head] of Object.entries(heads))
		head.setAttribute('aria-sort', state.sort === name ? 'ascending' : state.sort === '-' + name ? 'descending' : 'none');
}
function change(values) {
	Object.assign(state, values);
	shown = PAGE;
	find.value = state.q;
	kinds.value = state.kind;
	render();
}
let onChange = () => {};
function changeByHand(values) {
	change(values);
	if (!('sort' in values))
		onChange();
	writeAddress();
}

const counts = new Map();
for (const row of rows)
	counts.set(row.kind, (counts.get(row.kind) ?? 0) + 1);
const byCount = [...counts].sort((a, b) => b[1] - a[1]);
const find = element('input', {type: 'search', id: 'find'});
const kinds = element('select', {id: 'kind'}, element('option', {value: ''}, say('all_kinds')),
	...byCount.map(([kind, number]) => element('option', {value: kind}, `${say('kind_' + kind) || kind} (${count(number)})`)));

function buildTable() {
	const section = document.getElementById('figures');
	const head = element('tr');
	for (const name of Object.keys(COLUMNS)) {
		if (!COLUMNS[name]) {
			head.append(element('th', {scope: 'col'}, element('span', {}, say(name))));
			continue;
		}
		const button = element('button', {type: 'button'}, say(name));
		button.addEventListener('click', () => changeByHand({sort: state.sort === name ? '-' + name : name}));
		heads[name] = element('th', {scope: 'col', 'aria-sort': 'none'}, button);
		head.append(heads[name]);
	}
	find.addEventListener('input', () => changeByHand({q: find.value}));
	kinds.addEventListener('change', () => changeByHand({kind: kinds.value}));
	more.addEventListener('click', () => { shown += PAGE; render(); });
	section.append(
		element('div', {class: 'controls'}, element('label', {}, say('find') + ' ', find), element('label', {}, say('kind') + ' ', kinds)),
		status,
		element('table', {}, element('caption', {class: 'unseen'}, say('figures')), element('thead', {}, head), body), more);
	section.hidden = false;
}

// ---- the charts

const SVG = 'http://www.w3.org/2000/svg';
function shape(name, attributes = {}, ...children) {
	const made = document.createElementNS(SVG, name);
	for (const [key, value] of Object.entries(attributes))
		made.setAttribute(key, value);
	made.append(...children);
	return made;
}
const svg = (width, height, label, ...children) => shape('svg', {viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label}, ...children);
// A figure whose drawing is as wide as its room, so that letters have one size on every screen.
function figureOf(caption, draw, ...controls) {
	const room = element('div');
	const redraw = () => room.replaceChildren(draw(Math.max(240, room.clientWidth)));
	let width = 0;
	new ResizeObserver(() => {
		if (room.clientWidth !== width) {
			width = room.clientWidth;
			requestAnimationFrame(redraw);
		}
	}).observe(room);
	return {made: element('figure', {}, element('figcaption', {}, caption), ...controls, room), redraw};
}
const note = text => () => element('p', {class: 'note'}, text);

function drawByKind(width) {
	const most = Math.max(1, ...counts.values()), step = 26, left = 140;
	const label = byCount.map(([kind, number]) => `${say('kind_' + kind) || kind} ${count(number)}`).join(', ');
	return svg(width, byCount.length * step, `${say('by_kind')}: ${label}`, ...byCount.map(([kind, number], i) => {
		const long = (width - left - 70) * number / most;
		return shape('g', {}, shape('text', {x: left - 8, y: i * step + 17, 'text-anchor': 'end'}, say('kind_' + kind) || kind),
			shape('rect', {class: 'bar', x: left, y: i * step + 4, width: Math.max(1, long), height: step - 8, rx: 2}),
			shape('text', {class: 'quiet', x: left + long + 6, y: i * step + 17}, count(number)));
	}));
}

const DAY = 86400000;
const time = day => Date.parse(day + 'T00:00:00Z');
// Room for axes: left for the values, below for the days.
const BOX = {height: 260, left: 64, right: 16, top: 12, bottom: 28};
function frame(width, days, low, high, text) {
	const first = time(days[0]), last = time(days[days.length - 1]), span = Math.max(DAY, last - first);
	const x = day => BOX.left + (width - BOX.left - BOX.right) * (last === first ? .5 : (time(day) - first) / span);
	const y = value => BOX.height - BOX.bottom - (BOX.height - BOX.top - BOX.bottom) * (value - low) / (high - low || 1);
	const marks = [low, (low + high) / 2, high].map(value => shape('g', {},
		shape('line', {class: 'grid', x1: BOX.left, x2: width - BOX.right, y1: y(value), y2: y(value)}),
		shape('text', {class: 'quiet', x: BOX.left - 6, y: y(value) + 4, 'text-anchor': 'end'}, text(value))));
	const ends = last === first ? [[days[0], 'middle']] : [[days[0], 'start'], [days[days.length - 1], 'end']];
	return {x, y, axes: [...marks, ...ends.map(([day, anchor]) => shape('text', {class: 'quiet', x: x(day), y: BOX.height - 8, 'text-anchor': anchor}, day))]};
}

function drawByDay(width) {
	const days = [...perDay.keys()].sort(), most = Math.max(...perDay.values());
	const {x, y, axes} = frame(width, days, 0, most, value => count(Math.round(value)));
	const room = (width - BOX.left - BOX.right) / ((time(days[days.length - 1]) - time(days[0])) / DAY + 1);
	const thick = Math.max(2, Math.min(36, room * .8));
	const place = day => Math.max(BOX.left, Math.min(width - BOX.right - thick, x(day) - thick / 2));
	const label = `${say('by_day')}: ${days[0]} – ${days[days.length - 1]}, ≤ ${count(most)}`;
	return svg(width, BOX.height, label, ...axes, ...days.map(day =>
		shape('rect', {class: 'bar', x: place(day), y: y(perDay.get(day)), width: thick, height: y(0) - y(perDay.get(day))},
			shape('title', {}, `${day}: ${count(perDay.get(day))}`))));
}

// What may stand on one axis: one unit, and either what something is or by how much it rose or fell ("tăng 2 triệu đồng";
// what it rose to has a role).
function unitOf(row) {
	const data = row.mark.dataset;
	return [data.role ? '' : say('change_' + (data.change ?? '')), data.unit, data.per && '/ ' + data.per].filter(Boolean).join(' ');
}

// The numbers among the rows that the table shows, in the unit that most of them have: "giá vàng" typed, money chosen.
function filtered() {
	const groups = new Map(), found = selected().filter(row => row.day && !Number.isNaN(row.number));
	for (const row of found)
		groups.set(unitOf(row), [...groups.get(unitOf(row)) ?? [], row]);
	const [unit, list] = [...groups].sort((a, b) => b[1].length - a[1].length)[0] ?? ['', []];
	return {unit, list, others: found.length - list.length};
}

// With what is left out of the chart, for it is in another unit.
function drawFiltered(width) {
	const {unit, list, others} = filtered(), name = say('filtered') + (unit ? ` (${unit})` : '');
	return element('div', {}, drawIndicator(width, name, list),
		...others ? [element('p', {class: 'note'}, say('in_unit', {u: unit || '1', n: count(list.length), f: count(others)}))] : []);
}

// Indicators: what is measured or counted, in one unit, with values on two days at least. What is measured goes before what
// is counted (people, cases), which seldom is one series; then those with most days.
function indicators() {
	const groups = new Map();
	for (const row of rows) {
		if (!row.what || !row.day || Number.isNaN(row.number))
			continue;
		const unit = unitOf(row);
		const name = row.what.toLowerCase() + (unit ? ` (${unit})` : '');
		groups.set(name, [...groups.get(name) ?? [], row]);
	}
	const days = list => new Set(list.map(row => row.day)).size, measured = list => list.filter(row => row.mark.dataset.of).length > 0;
	return [...groups].filter(([, list]) => days(list) > 1).sort((a, b) => measured(b[1]) - measured(a[1]) ||
		days(b[1]) - days(a[1]) || b[1].length - a[1].length).slice(0, 300);
}

const short = new Intl.NumberFormat(locale, {notation: 'compact', maximumFractionDigits: 1});
function drawIndicator(width, name, list) {
	if (!list.length)
		return element('p', {class: 'note'}, say('no_indicator'));
	const points = [...list].sort((a, b) => a.day < b.day ? -1 : a.day > b.day ? 1 : 0);
	const values = points.map(row => row.number);
	let low = Math.min(0, ...values), high = Math.max(...values);
	if (Math.min(...values) > 0 && Math.min(...values) > high * .5)
		low = Math.min(...values) - (high - Math.min(...values) || high) * .2;
	const {x, y, axes} = frame(width, points.map(row => row.day), low, high, value => short.format(value));
	const means = new Map();
	for (const row of points)
		means.set(row.day, [...means.get(row.day) ?? [], row.number]);
	const line = [...means].map(([day, list]) => `${x(day)},${y(list.reduce((a, b) => a + b) / list.length)}`).join(' ');
	const label = `${name}: ${points.slice(0, 20).map(row => `${row.day} ${valueText(row)}`).join('; ')}`;
	return svg(width, BOX.height, label, ...axes, shape('polyline', {class: 'trend', points: line}), ...points.map(row =>
		shape('a', {href: '#' + row.mark.id}, shape('circle', {cx: x(row.day), cy: y(row.number), r: 4.5},
			shape('title', {}, `${row.day}: ${valueText(row)}, ${titleOf(row.article)}`)))));
}

function chartOverTime() {
	const list = indicators();
	const choice = element('select', {id: 'indicator'}, element('option', {value: 'filtered'}, say('filtered')),
		...list.map(([name, found], i) => element('option', {value: i}, `${name}: ${count(found.length)}`)));
	choice.value = list.length && !state.q && !state.kind ? '0' : 'filtered';
	const chart = figureOf(say('over_time'),
		width => choice.value === 'filtered' ? drawFiltered(width) : drawIndicator(width, ...list[choice.value]),
		element('div', {class: 'controls'}, element('label', {}, say('indicator') + ' ', choice)));
	choice.addEventListener('change', chart.redraw);
	onChange = () => { choice.value = 'filtered'; chart.redraw(); };
	return chart;
}

const perDay = new Map();
for (const row of rows)
	if (row.day)
		perDay.set(row.day, (perDay.get(row.day) ?? 0) + 1);

function buildCharts() {
	const charts = document.getElementById('charts'), overTime = chartOverTime();
	const all = [figureOf(say('by_kind'), drawByKind), figureOf(say('by_day'), perDay.size ? drawByDay : note(say('no_day'))), overTime];
	overTime.made.className = 'wide';
	charts.append(...all.map(chart => chart.made));
	charts.hidden = false;
	for (const chart of all)
		chart.redraw();
}

document.getElementById('summary').textContent = say('summary', {a: count(articles.length), f: count(rows.length)});
if (rows.length) {
	readAddress();
	buildTable();
	change({});
	buildCharts();
	addEventListener('hashchange', () => { if (location.hash.includes('=')) { readAddress(); change({}); onChange(); } });
}
})();
