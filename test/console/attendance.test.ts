import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {settableClock} from '../../source/clock.ts';
import {attend, companyOf} from '../../source/console/attendance.ts';
import {createStore} from '../../source/console/store.ts';
import {type Announced, openMemoryPresence, type Presence, type Station} from '../../source/ledger/presence.ts';
import {later, second} from '../../source/time.ts';

const start = '2026-06-02T09:00:00.000Z';

beforeEach(() => {
	vi.useFakeTimers();
});

afterEach(() => {
	vi.useRealTimers();
});

/** A console at a board, and a wall's clock that goes with the timers. */
const console = (presence: Presence, change: Partial<Station> = {}) => {
	const there = createStore<readonly Announced[]>([]);
	const clock = settableClock(start);
	clock.set(start, 1);
	let own: Station = {
		id: 'a',
		incident: 'INC-1',
		name: 'Priya Shah',
		login: 'priya',
		host: 'desk-1',
		since: start,
		isReadonly: false,
		...change,
	};
	const attendance = attend({presence, station: () => own, there, clock: clock.clock});
	return {
		there,
		attendance,
		clock,
		ids: () => there.get().map(({id}) => id),
		becomes: (next: Partial<Station>) => {
			own = {...own, ...next};
		},
	};
};

describe('a console', () => {
	test('is on the board from its start until it leaves', async () => {
		const presence = openMemoryPresence();
		const {ids, attendance} = console(presence);
		await vi.advanceTimersByTimeAsync(2000);
		expect(ids()).toEqual(['a']);
		await vi.advanceTimersByTimeAsync(600_000);
		expect(ids()).toEqual(['a']);
		await attendance.leave();
		expect(await presence.list(later(start, 602 * second))).toEqual([]);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(await presence.list(later(start, 602 * second))).toEqual([]);
	});

	test('says that it is there every ten seconds, and nothing between', async () => {
		const presence = openMemoryPresence();
		const announce = vi.spyOn(presence, 'announce');
		console(presence);
		await vi.advanceTimersByTimeAsync(60_500);
		expect(announce.mock.calls.length).toBeGreaterThanOrEqual(6);
		expect(announce.mock.calls.length).toBeLessThanOrEqual(8);
	});

	test('that was killed is gone after its time for everybody who looks on', async () => {
		const presence = openMemoryPresence();
		await presence.announce(
			{
				id: 'killed',
				incident: 'INC-1',
				name: 'Chen',
				login: 'chen',
				host: 'desk-2',
				since: start,
				isReadonly: true,
				until: later(start, 30 * second),
			},
			start,
		);
		const {ids} = console(presence);
		await vi.advanceTimersByTimeAsync(28_000);
		expect(ids()).toEqual(['a', 'killed']);
		await vi.advanceTimersByTimeAsync(4000);
		expect(ids()).toEqual(['a']);
	});

	test('tells at once that it went to another incident, or speaks under another name', async () => {
		const presence = openMemoryPresence();
		const {there, becomes} = console(presence);
		await vi.advanceTimersByTimeAsync(1500);
		becomes({incident: 'INC-2', name: 'Sam'});
		await vi.advanceTimersByTimeAsync(1500);
		expect(there.get()).toMatchObject([{incident: 'INC-2', name: 'Sam'}]);
	});

	test('tries again where it could not say so, and is not disturbed by it', async () => {
		const presence = openMemoryPresence();
		const announce = vi.spyOn(presence, 'announce').mockResolvedValueOnce(false).mockResolvedValueOnce(false);
		const {ids} = console(presence);
		await vi.advanceTimersByTimeAsync(5000);
		expect(announce).toHaveBeenCalledTimes(3);
		expect(ids()).toEqual(['a']);
	});

	test('is heard again after its clock was set back', async () => {
		const presence = openMemoryPresence();
		const {clock} = console(presence);
		await vi.advanceTimersByTimeAsync(1500);
		const before = '2026-06-02T08:00:00.000Z';
		clock.set(before, 1);
		await vi.advanceTimersByTimeAsync(1500);
		const [own] = await presence.list(before);
		expect(own?.until.slice(0, 16)).toBe('2026-06-02T08:00');
	});

	test('draws nothing anew while the same are there', async () => {
		const presence = openMemoryPresence();
		const {there, attendance} = console(presence);
		await vi.advanceTimersByTimeAsync(1500);
		const heard = vi.fn<() => void>();
		there.subscribe(heard);
		await attendance.look();
		await attendance.look();
		expect(heard).not.toHaveBeenCalled();
	});
});

const at = (incident: string | undefined): Announced => ({
	id: 'a',
	incident,
	name: '',
	login: '',
	host: '',
	since: start,
	until: start,
	isReadonly: false,
});

describe('the count of the header', () => {
	test.each([
		[[], ''],
		[['INC-1'], ''],
		[['INC-1', 'INC-2', undefined], ''],
		[['INC-1', 'INC-1', 'INC-2'], '2 on the board'],
	])('of %j is “%s”', (incidents, said) => {
		expect(companyOf(incidents.map(at), 'INC-1')).toBe(said);
	});
});
