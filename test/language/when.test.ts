import {describe, expect, test} from 'vitest';
import {type When, readTime} from '../../source/language/when/index.ts';

type Direction = When['direction'];

/** Given a moment, a zone and a direction, when this is typed, then that is read: an instant or words of the refusal. */
type Row = readonly [typed: string, then: string | RegExp, zone?: string];

type Scene = {
	readonly given: string;
	readonly now: string;
	readonly zone: string;
	readonly direction: Direction;
	readonly rows: readonly Row[];
};

// Tuesday 2 June 2026, 09:58 in London.
const tuesday = '2026-06-02T08:58:00.000Z';
const london = 'Europe/London';
const newYork = 'America/New_York';

const scenes: readonly Scene[] = [
	{
		given: 'a due time on a Tuesday, 09:58 in London',
		now: tuesday,
		zone: london,
		direction: 'due',
		rows: [
			// A clock time is the next one.
			['14:05', '2026-06-02T13:05:00.000Z'],
			['1405', '2026-06-02T13:05:00.000Z'],
			['14.05', '2026-06-02T13:05:00.000Z'],
			['9:05', '2026-06-03T08:05:00.000Z'],
			['0905', '2026-06-03T08:05:00.000Z'],
			['09:58', '2026-06-03T08:58:00.000Z'],
			['09:58:01', '2026-06-02T08:58:01.000Z'],
			['09:05:30', '2026-06-03T08:05:30.000Z'],
			['2pm', '2026-06-02T13:00:00.000Z'],
			['2 PM', '2026-06-02T13:00:00.000Z'],
			['2:30 pm', '2026-06-02T13:30:00.000Z'],
			['2.30pm', '2026-06-02T13:30:00.000Z'],
			['2 p.m.', '2026-06-02T13:00:00.000Z'],
			['12am', '2026-06-02T23:00:00.000Z'],
			['12pm', '2026-06-02T11:00:00.000Z'],
			['noon', '2026-06-02T11:00:00.000Z'],
			['12 noon', '2026-06-02T11:00:00.000Z'],
			['midnight', '2026-06-02T23:00:00.000Z'],
			['24:00', '2026-06-02T23:00:00.000Z'],
			['1405 hrs', '2026-06-02T13:05:00.000Z'],
			['1405 hours', '2026-06-02T13:05:00.000Z'],
			['at 14:05', '2026-06-02T13:05:00.000Z'],
			['14\u202F:05', /not read/u],
			['2\u00A0pm', '2026-06-02T13:00:00.000Z'],
			['１４：０５', '2026-06-02T13:05:00.000Z'],
			['  14:05,  ', '2026-06-02T13:05:00.000Z'],
			// A duration.
			['20m', '2026-06-02T09:18:00.000Z'],
			['20 min', '2026-06-02T09:18:00.000Z'],
			['20 Minutes', '2026-06-02T09:18:00.000Z'],
			['in 20 min', '2026-06-02T09:18:00.000Z'],
			["in 20 minutes' time", '2026-06-02T09:18:00.000Z'],
			['20 min from now', '2026-06-02T09:18:00.000Z'],
			['+20m', '2026-06-02T09:18:00.000Z'],
			['+ 20 min', '2026-06-02T09:18:00.000Z'],
			['1h30', '2026-06-02T10:28:00.000Z'],
			['1h30m', '2026-06-02T10:28:00.000Z'],
			['1 h 30 min', '2026-06-02T10:28:00.000Z'],
			['1 hour and 30 minutes', '2026-06-02T10:28:00.000Z'],
			['1.5h', '2026-06-02T10:28:00.000Z'],
			['1,5 h', '2026-06-02T10:28:00.000Z'],
			['90s', '2026-06-02T08:59:30.000Z'],
			['90min', '2026-06-02T10:28:00.000Z'],
			['2 hours', '2026-06-02T10:58:00.000Z'],
			['two and a half hours', '2026-06-02T11:28:00.000Z'],
			['half an hour', '2026-06-02T09:28:00.000Z'],
			['three quarters of an hour', '2026-06-02T09:43:00.000Z'],
			['an hour', '2026-06-02T09:58:00.000Z'],
			['in an hour and a half', '2026-06-02T10:28:00.000Z'],
			['2d', '2026-06-04T08:58:00.000Z'],
			['2d4h', '2026-06-04T12:58:00.000Z'],
			['1 week', '2026-06-09T08:58:00.000Z'],
			['in 1405 hours', '2026-07-30T21:58:00.000Z'],
			['in 14h05', '2026-06-02T23:03:00.000Z'],
			['14h05m', '2026-06-02T23:03:00.000Z'],
			['0m', tuesday],
			['now', tuesday],
			// Days.
			['today 14:00', '2026-06-02T13:00:00.000Z'],
			['today 24:00', '2026-06-02T23:00:00.000Z'],
			['tomorrow', '2026-06-03T08:58:00.000Z'],
			['tomorrow 9:00', '2026-06-03T08:00:00.000Z'],
			['tomorrow 0900', '2026-06-03T08:00:00.000Z'],
			['tomorrow at 9', '2026-06-03T08:00:00.000Z'],
			['tomorrow at 05', '2026-06-03T04:00:00.000Z'],
			['tomorrow at noon', '2026-06-03T11:00:00.000Z'],
			['10:20 tomorrow', '2026-06-03T09:20:00.000Z'],
			['the day after tomorrow 10:20', '2026-06-04T09:20:00.000Z'],
			['Friday 10:00', '2026-06-05T09:00:00.000Z'],
			['fri 10:00', '2026-06-05T09:00:00.000Z'],
			['this Friday at 10', '2026-06-05T09:00:00.000Z'],
			['14:30 on Friday', '2026-06-05T13:30:00.000Z'],
			['friday', '2026-06-05T08:58:00.000Z'],
			['Tuesday 10:00', '2026-06-02T09:00:00.000Z'],
			['Tuesday 09:00', '2026-06-09T08:00:00.000Z'],
			['2026-06-02 10:20', '2026-06-02T09:20:00.000Z'],
			['2026/06/02 10:20', '2026-06-02T09:20:00.000Z'],
			['2026-06-02T10:20', '2026-06-02T09:20:00.000Z'],
			['2026-06-03', '2026-06-03T08:58:00.000Z'],
			['2 June 10:20', '2026-06-02T09:20:00.000Z'],
			['2nd of June at 10:20', '2026-06-02T09:20:00.000Z'],
			['June 2 10:20', '2026-06-02T09:20:00.000Z'],
			['June 2, 2026, 10:20', '2026-06-02T09:20:00.000Z'],
			['2 Jun 2026 10:20', '2026-06-02T09:20:00.000Z'],
			['2-Jun-2026 10:20', '2026-06-02T09:20:00.000Z'],
			['10:20 2 June', '2026-06-02T09:20:00.000Z'],
			['10:20 on 2 June 2026', '2026-06-02T09:20:00.000Z'],
			['10:20 2 June 2030', '2030-06-02T09:20:00.000Z'],
			['3 June 2026', '2026-06-03T08:58:00.000Z'],
			['2 June 1405', '2026-06-02T13:05:00.000Z'],
			['Tue 2 June 10:20', '2026-06-02T09:20:00.000Z'],
			['29 February 2028 10:00', '2028-02-29T10:00:00.000Z'],
			// A zone or an offset beats the incident's. Only a named zone is one in which to show the time.
			['2026-06-02T10:20Z', '2026-06-02T10:20:00.000Z'],
			['2026-06-02T10:20:00.000Z', '2026-06-02T10:20:00.000Z'],
			['20260602T102000Z', '2026-06-02T10:20:00.000Z'],
			['2026-06-02t10:20:30.5z', '2026-06-02T10:20:30.500Z'],
			['2026-06-02T10:20+01:00', '2026-06-02T09:20:00.000Z'],
			['2026-06-02T10:20-05:00', '2026-06-02T15:20:00.000Z'],
			['2026-06-02 10:20 -0500', '2026-06-02T15:20:00.000Z'],
			['14:05 UTC', '2026-06-02T14:05:00.000Z'],
			['1405Z', '2026-06-02T14:05:00.000Z'],
			['14:05 gmt', '2026-06-02T14:05:00.000Z'],
			['14:05 UTC+2', '2026-06-02T12:05:00.000Z'],
			['14:05+02:00', '2026-06-02T12:05:00.000Z'],
			['14:05 +0200', '2026-06-02T12:05:00.000Z'],
			['14:05 CEST', '2026-06-02T12:05:00.000Z'],
			['10am EDT', '2026-06-02T14:00:00.000Z'],
			['10:00 jst tomorrow', '2026-06-03T01:00:00.000Z'],
			['14:05 Europe/Paris', '2026-06-02T12:05:00.000Z', 'Europe/Paris'],
			['14:05 europe/paris', '2026-06-02T12:05:00.000Z', 'Europe/Paris'],
			['14:05 Asia/Kolkata', '2026-06-03T08:35:00.000Z', 'Asia/Kolkata'],
			['14:05 asia/kolkata', '2026-06-03T08:35:00.000Z', 'Asia/Kolkata'],
			['14:05 america/argentina/buenos_aires', '2026-06-02T17:05:00.000Z', 'America/Argentina/Buenos_Aires'],
			['14:05 etc/utc', '2026-06-02T14:05:00.000Z', 'Etc/UTC'],
			['14:05 Asia/Kathmandu', '2026-06-03T08:20:00.000Z', 'Asia/Kathmandu'],
			['tomorrow 14:05 Australia/Lord_Howe', '2026-06-03T03:35:00.000Z', 'Australia/Lord_Howe'],
			// Past, and never moved.
			['yesterday', /past/u],
			['yesterday 22:10', /past/u],
			['today 09:00', /past/u],
			['1 June 10:00', /past/u],
			['1 March 10:00', /past/u],
			['2026-06-02 09:57', /past/u],
			['2026-06-02T08:57Z', /past/u],
			['last Friday 10:00', /past/u],
			['20m ago', /past/u],
			['-10m', /past/u],
			['−10m', /past/u],
			// Two readings.
			['14h05', /in 14h05m or 14:05/u],
			['tomorrow at 5', /tomorrow 05:00 or tomorrow 17:00/u],
			['tomorrow midnight', /tomorrow 00:00 or tomorrow 24:00/u],
			['next Friday 10:00', /2026-06-05 10:00 or 2026-06-12 10:00/u],
			['next Tuesday 10:00', /2026-06-09 10:00 or 2026-06-16 10:00/u],
			['02/06', /2 June or 6 February/u],
			['02/06/2026 10:00', /2 June 2026 or 6 February 2026/u],
			['25/12 10:00', /Write 25 December/u],
			['2 June 2030', /2 June 20:30 or 2 June 2030/u],
			['14:05 IST', /Asia\/Kolkata, Europe\/Dublin or Asia\/Jerusalem/u],
			['10:00-11:00', /range/u],
			// No time of day is said, and today's is now.
			['today', /today 10:00/u],
			['Tuesday', /today 10:00 or 2026-06-09/u],
			['2026-06-02', /today 10:00/u],
			['tonight', /names no time/u],
			['tomorrow morning', /names no time/u],
			['tomorrow 9', /no time of day/u],
			['1h 30', /no unit/u],
			// There is none such.
			['25:00', /no time of day/u],
			['24:01', /no time of day/u],
			['10:60', /no time of day/u],
			['13pm', /no time of day/u],
			['0am', /no time of day/u],
			['tomorrow 25:00', /no time of day/u],
			['29 February 10:00', /28 days/u],
			['2026-02-29 10:00', /28 days/u],
			['31 April 10:00', /30 days/u],
			['2026-13-01 10:00', /twelve/u],
			['Fri 2 June 10:20', /a Tuesday, not a Friday/u],
			['14:05 Asia/Nowhere', /no time zone/u],
			['0001-01-01 10:00', /too far/u],
			['999999999h', /too far/u],
			// No times.
			['', /no time here/u],
			['5', /not read/u],
			['17', /not read/u],
			['at 9', /not read/u],
			['hello', /not read/u],
			['in', /not read/u],
			['in two months', /not read/u],
			['20m 1h', /not read/u],
			['in 20m ago', /not read/u],
			['14:05 15:05', /not read/u],
			['14:05 UTC UTC', /not read/u],
			['UTC', /not read/u],
			['14:05 phone', /not read/u],
			['a second', /not read/u],
			['__proto__', /not read/u],
			['constructor', /not read/u],
		],
	},
	{
		given: 'what has happened, on a Tuesday, 09:58 in London',
		now: tuesday,
		zone: london,
		direction: 'occurred',
		rows: [
			['09:58', tuesday],
			['09:05', '2026-06-02T08:05:00.000Z'],
			['14:05', '2026-06-01T13:05:00.000Z'],
			['midnight', '2026-06-01T23:00:00.000Z'],
			['24:00', '2026-06-01T23:00:00.000Z'],
			['20m ago', '2026-06-02T08:38:00.000Z'],
			['10 minutes ago', '2026-06-02T08:48:00.000Z'],
			['half an hour ago', '2026-06-02T08:28:00.000Z'],
			['-10m', '2026-06-02T08:48:00.000Z'],
			['- 10 min', '2026-06-02T08:48:00.000Z'],
			['now', tuesday],
			['yesterday', '2026-06-01T08:58:00.000Z'],
			['yesterday 22:10', '2026-06-01T21:10:00.000Z'],
			['yesterday at 9', '2026-06-01T08:00:00.000Z'],
			['the day before yesterday 10:00', '2026-05-31T09:00:00.000Z'],
			['Friday 10:00', '2026-05-29T09:00:00.000Z'],
			['Tuesday 09:00', '2026-06-02T08:00:00.000Z'],
			['Tuesday 10:00', '2026-05-26T09:00:00.000Z'],
			['1 June 10:00', '2026-06-01T09:00:00.000Z'],
			['2026-06-02T08:57Z', '2026-06-02T08:57:00.000Z'],
			['14:05 JST', '2026-06-02T05:05:00.000Z'],
			['20m', /Write when it happened/u],
			['in 20m', /still to come/u],
			['+20m', /still to come/u],
			['tomorrow', /still to come/u],
			['today 14:00', /still to come/u],
			['next Friday', /still to come/u],
			['last Friday 10:00', /2026-05-29 10:00 or 2026-05-22 10:00/u],
			['14h05', /14h05m ago or 14:05/u],
			['today', /today 09:00/u],
		],
	},
	{
		given: 'a time of either kind, on a Tuesday, 09:58 in London',
		now: tuesday,
		zone: london,
		direction: 'either',
		rows: [
			['10:20', '2026-06-02T09:20:00.000Z'],
			['09:05', '2026-06-03T08:05:00.000Z'],
			['20m', '2026-06-02T09:18:00.000Z'],
			['20m ago', '2026-06-02T08:38:00.000Z'],
			['yesterday 22:10', '2026-06-01T21:10:00.000Z'],
			['tomorrow 22:10', '2026-06-03T21:10:00.000Z'],
			['Friday 10:00', '2026-06-05T09:00:00.000Z'],
			['2020-10-25 01:30', '2020-10-25T01:30:00.000Z'],
		],
	},
	{
		given: 'a due time at the turn of the year',
		now: '2026-12-30T12:00:00.000Z',
		zone: london,
		direction: 'due',
		rows: [
			['2 January 10:00', '2027-01-02T10:00:00.000Z'],
			['29 December 10:00', /past/u],
		],
	},
	{
		given: 'what has happened, at the turn of the year',
		now: '2027-01-02T12:00:00.000Z',
		zone: london,
		direction: 'occurred',
		rows: [
			['30 December 10:00', '2026-12-30T10:00:00.000Z'],
			['3 January 10:00', /still to come/u],
		],
	},
	{
		given: 'a due time in the night before London puts its clocks forward',
		now: '2026-03-28T22:30:00.000Z',
		zone: london,
		direction: 'due',
		rows: [
			['00:59', '2026-03-29T00:59:00.000Z'],
			['01:00', '2026-03-29T01:00:00.000Z'],
			['01:30', '2026-03-29T01:30:00.000Z'],
			['02:30', '2026-03-29T01:30:00.000Z'],
			['tomorrow 01:30', '2026-03-29T01:30:00.000Z'],
			['2026-03-29T01:30', '2026-03-29T01:30:00.000Z'],
			['tomorrow', '2026-03-29T21:30:00.000Z'],
			['1d', '2026-03-29T22:30:00.000Z'],
			['4h', '2026-03-29T02:30:00.000Z'],
		],
	},
	{
		given: 'a due time in London an hour before the clocks go back, at 01:10 for the first time',
		now: '2026-10-25T00:10:00.000Z',
		zone: london,
		direction: 'due',
		rows: [
			['01:30', '2026-10-25T00:30:00.000Z'],
			['01:05', '2026-10-25T01:05:00.000Z'],
			['today 01:05', '2026-10-25T01:05:00.000Z'],
			['today 01:30', '2026-10-25T00:30:00.000Z'],
			['2h', '2026-10-25T02:10:00.000Z'],
			['01:30 BST', '2026-10-25T00:30:00.000Z'],
			['01:30 GMT', '2026-10-25T01:30:00.000Z'],
		],
	},
	{
		given: 'a due time in London at 01:40 for the first time',
		now: '2026-10-25T00:40:00.000Z',
		zone: london,
		direction: 'due',
		rows: [
			['01:30', '2026-10-25T01:30:00.000Z'],
			['tomorrow', '2026-10-26T01:40:00.000Z'],
		],
	},
	{
		given: 'what has happened, in London at 01:40 for the second time',
		now: '2026-10-25T01:40:00.000Z',
		zone: london,
		direction: 'occurred',
		rows: [
			['01:30', '2026-10-25T01:30:00.000Z'],
			['01:50', '2026-10-25T00:50:00.000Z'],
			['today 01:50', '2026-10-25T00:50:00.000Z'],
			['today 01:30', '2026-10-25T01:30:00.000Z'],
			['20m ago', '2026-10-25T01:20:00.000Z'],
			['1h ago', '2026-10-25T00:40:00.000Z'],
		],
	},
	{
		given: 'what has happened, in London on the morning after the clocks went forward',
		now: '2026-03-29T08:00:00.000Z',
		zone: london,
		direction: 'occurred',
		rows: [
			['01:30', '2026-03-29T01:30:00.000Z'],
			['yesterday', '2026-03-28T09:00:00.000Z'],
			['yesterday 22:10', '2026-03-28T22:10:00.000Z'],
		],
	},
	{
		given: 'a due time in the night before New York puts its clocks forward',
		now: '2026-03-08T03:00:00.000Z',
		zone: newYork,
		direction: 'due',
		rows: [
			['02:30', '2026-03-08T07:30:00.000Z'],
			['03:30', '2026-03-08T07:30:00.000Z'],
			['01:59', '2026-03-08T06:59:00.000Z'],
			['tomorrow 02:30', '2026-03-08T07:30:00.000Z'],
			['tomorrow', '2026-03-09T02:00:00.000Z'],
		],
	},
	{
		given: 'a due time in New York at 01:40 for the first time',
		now: '2026-11-01T05:40:00.000Z',
		zone: newYork,
		direction: 'due',
		rows: [
			['01:50', '2026-11-01T05:50:00.000Z'],
			['01:30', '2026-11-01T06:30:00.000Z'],
			['1:30 EDT', '2026-11-02T05:30:00.000Z'],
		],
	},
	{
		given: 'what has happened, in New York at 01:40 for the second time',
		now: '2026-11-01T06:40:00.000Z',
		zone: newYork,
		direction: 'occurred',
		rows: [
			['01:50', '2026-11-01T05:50:00.000Z'],
			['01:30', '2026-11-01T06:30:00.000Z'],
		],
	},
	{
		given: 'a due time on Lord Howe Island, whose clocks change by half an hour',
		now: '2026-10-03T12:00:00.000Z',
		zone: 'Australia/Lord_Howe',
		direction: 'due',
		rows: [
			['02:15', '2026-10-03T15:45:00.000Z'],
			['02:45', '2026-10-03T15:45:00.000Z'],
			['01:45', '2026-10-03T15:15:00.000Z'],
		],
	},
	{
		given: 'a due time on Lord Howe Island at 01:40 for the first time',
		now: '2026-04-04T14:40:00.000Z',
		zone: 'Australia/Lord_Howe',
		direction: 'due',
		rows: [
			['01:45', '2026-04-04T14:45:00.000Z'],
			['01:35', '2026-04-04T15:05:00.000Z'],
		],
	},
	{
		given: 'a due time in Apia on the day before the one that was left out',
		now: '2011-12-29T20:00:00.000Z',
		zone: 'Pacific/Apia',
		direction: 'due',
		rows: [
			['11:00', '2011-12-29T21:00:00.000Z'],
			['09:00', '2011-12-30T19:00:00.000Z'],
			['2011-12-30 10:00', '2011-12-30T20:00:00.000Z'],
			['tomorrow 10:00', '2011-12-30T20:00:00.000Z'],
			['2011-12-31 10:00', '2011-12-30T20:00:00.000Z'],
		],
	},
	{
		given: 'what has happened, in Apia on the morning after the day that was left out',
		now: '2011-12-30T15:00:00.000Z',
		zone: 'Pacific/Apia',
		direction: 'occurred',
		rows: [
			['04:00', '2011-12-30T14:00:00.000Z'],
			['10:00', '2011-12-29T20:00:00.000Z'],
			['Friday 10:00', '2011-12-23T20:00:00.000Z'],
		],
	},
	{
		given: "a due time in St John's, half a minute before the clock goes back over midnight",
		now: '2008-11-02T02:30:30.000Z',
		zone: 'America/St_Johns',
		direction: 'due',
		rows: [
			['23:30', '2008-11-02T03:00:00.000Z'],
			['00:00', '2008-11-02T03:30:00.000Z'],
			['Saturday 23:30', '2008-11-02T03:00:00.000Z'],
		],
	},
	{
		given: "what has happened, in St John's after the clock went back over midnight",
		now: '2008-11-02T03:00:00.000Z',
		zone: 'America/St_Johns',
		direction: 'occurred',
		rows: [['00:00', '2008-11-02T02:30:00.000Z']],
	},
	{
		given: 'a due time in Toronto, just after the clock went forward over midnight',
		now: '1919-03-31T04:35:00.000Z',
		zone: 'America/Toronto',
		direction: 'due',
		rows: [['23:45', '1919-04-01T03:45:00.000Z']],
	},
	{
		given: 'a due time in Kathmandu, three quarters of an hour off the hour',
		now: tuesday,
		zone: 'Asia/Kathmandu',
		direction: 'due',
		rows: [
			['15:00', '2026-06-02T09:15:00.000Z'],
			['tomorrow', '2026-06-03T08:58:00.000Z'],
		],
	},
	{
		given: 'what has happened in Monrovia when it was 44 minutes and 30 seconds behind UTC',
		now: '1960-01-01T12:00:00.000Z',
		zone: 'Africa/Monrovia',
		direction: 'occurred',
		rows: [['10:00', '1960-01-01T10:44:30.000Z']],
	},
];

for (const {given, now, zone, direction, rows} of scenes) {
	describe(`given ${given}`, () => {
		const cases = rows.map(([typed, then, shownIn = zone]) => ({typed, expected: then, shownIn}));
		test.each(cases)('when "$typed" is typed, then it is $expected', ({typed, expected, shownIn}) => {
			const reading = readTime(typed, {now, zone, direction});
			if (typeof expected === 'string') {
				expect(reading).toEqual({at: expected, zone: shownIn});
			} else {
				expect(reading).toEqual({refused: expect.any(String), mend: expect.any(String)});
				expect('refused' in reading ? `${reading.refused} ${reading.mend}` : '').toMatch(expected);
			}
		});
	});
}

describe('given an input that is not read', () => {
	// Late in the day as well, when little of today is left.
	const moments = [tuesday, '2026-06-02T22:58:00.000Z', '2026-12-31T23:59:59.999Z'];
	const directions = ['due', 'occurred', 'either'] as const;
	const inputs = [
		'hello',
		'today',
		'yesterday',
		'tomorrow',
		'next friday',
		'last friday',
		'999999h',
		'friday midnight',
	];
	const cases = moments.flatMap(now => directions.flatMap(direction => inputs.map(typed => ({now, direction, typed}))));

	test.each(cases)(
		'when its mend is typed ($now, $direction, $typed), then that is read',
		({now, direction, typed}) => {
			const when = {now, zone: london, direction};
			const reading = readTime(typed, when);
			if (!('refused' in reading)) {
				return;
			}

			const offered = reading.mend
				.replace(/^.*(?:: |like )|^Write /u, '')
				.replace(/\.$/u, '')
				.split(/, | or /u);
			for (const example of offered) {
				expect(readTime(example, when), example).not.toHaveProperty('refused');
			}
		},
	);

	test('when it is long, then the refusal quotes the beginning', () => {
		const reading = readTime('x'.repeat(100_000), {now: tuesday, zone: london, direction: 'due'});
		expect(reading).toEqual({refused: `${'x'.repeat(40)}… is not read as a time.`, mend: expect.any(String)});
	});
});

test('given a zone that the runtime does not know, when a clock time is read, then it throws', () => {
	expect(() => readTime('14:05', {now: tuesday, zone: 'Mars/Olympus', direction: 'due'})).toThrow(RangeError);
});
