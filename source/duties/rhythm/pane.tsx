import type {Board} from '../../board.ts';
import type {ListPane, PaneRow} from '../../looks/list-pane.tsx';
import {type Cell, stateCell} from '../../looks/cell.ts';
import {clockTimeFrom, type Instant, timeLeft} from '../../time.ts';
import {briefName, nameOf} from '../staffing/state.ts';
import {
	announcementOn,
	canWords,
	currentObjectives,
	currentPeriod,
	lastHeartbeat,
	latestCanReports,
	nextObjectives,
	runningCall,
} from './state.ts';

const labelWidth = 11;
const leftWidth = 10;

const label = (text: string, tone: Cell['tone'] = 'strong'): Cell => ({text: `${text} `, tone, width: labelWidth});

/** What is left until that moment; nothing where none was said. */
const left = (until: Instant | undefined, now: Instant): Cell =>
	stateCell(
		until === undefined ? '' : timeLeft(until, now),
		until !== undefined && until <= now ? 'urgent' : 'plain',
		leftWidth,
	);

type Rows = (board: Board, now: Instant) => readonly PaneRow[];

const callRows: Rows = ({rhythm, staffing, declaration}, now) => {
	const call = runningCall(rhythm);
	if (call === undefined) {
		return [];
	}

	const isAnnounced = announcementOn(rhythm, call) !== undefined;
	const somebody = staffing.assignments.some(
		one => one.until === undefined && ['im', 'deputy', 'secretariat'].includes(one.role),
	);
	return [
		{
			key: `call ${call.entry}`,
			lead: [label('call')],
			text: [
				`since ${clockTimeFrom(now, call.startedAt, declaration.zone)}`,
				...(call.channel === undefined ? [] : [call.channel]),
				...(call.text === undefined ? [] : [call.text]),
				isAnnounced ? 'roles announced' : 'roles not announced',
			].join(' · '),
			tone: isAnnounced ? 'plain' : 'warn',
			title: 'The call that runs',
			offers: [
				...(somebody ? [{label: 'roles announced', line: 'announce'}] : []),
				{label: 'heartbeat', line: 'heartbeat '},
				{label: 'call has ended', line: 'endcall'},
			],
		},
	];
};

const heartbeatRows: Rows = ({rhythm, declaration}, now) => {
	const beat = lastHeartbeat(rhythm);
	if (beat === undefined) {
		return [];
	}

	const {zone} = declaration;
	const title = `Heartbeat of ${clockTimeFrom(now, beat.at, zone)}`;
	const offers = [
		{label: 'next heartbeat', line: 'heartbeat '},
		{label: 'severity still right', line: 'reconfirm'},
	];
	const answers = {happened: beat.happened, means: beat.means, done: beat.done, next: beat.next};
	return [
		{
			key: 'heartbeat',
			lead: [label('heartbeat'), left(beat.nextAt, now)],
			text: `${clockTimeFrom(now, beat.at, zone)} · ${beat.nextAt === undefined ? 'no next time' : `next ${clockTimeFrom(now, beat.nextAt, zone)}`}`,
			title,
			offers,
		},
		...Object.entries(answers).map(
			([name, text]): PaneRow => ({
				key: `heartbeat ${name}`,
				lead: [label(` ${name}`, 'quiet')],
				text: text ?? 'not said',
				tone: text === undefined ? 'quiet' : 'plain',
				title,
				offers,
			}),
		),
	];
};

const periodRows: Rows = ({rhythm, declaration}, now) => {
	const period = currentPeriod(rhythm);
	const offers = [
		{label: 'objective', line: 'objective '},
		{label: 'objective of the next period', line: 'objective period:next '},
		{label: 'next period', line: 'period until '},
	];
	return [
		...(period === undefined
			? []
			: [
					{
						key: `period ${period.number}`,
						lead: [label(`period ${period.number}`), left(period.until, now)],
						text: [`until ${clockTimeFrom(now, period.until, declaration.zone)}`, period.text ?? []].flat().join(' · '),
						title: `Operational period ${period.number}`,
						offers,
					},
				]),
		...[...currentObjectives(rhythm), ...nextObjectives(rhythm)].map(one => ({
			key: `objective ${one.entry}`,
			lead: [label(period !== undefined && one.period > period.number ? 'next aim' : 'objective', 'quiet')],
			text: one.text,
			title: `Objective of period ${one.period}`,
			offers,
		})),
	];
};

const canRows: Rows = ({rhythm, staffing, declaration}, now) =>
	latestCanReports(rhythm).map(one => ({
		key: `can ${one.person}`,
		lead: [label(briefName(staffing, one.person), 'quiet')],
		text: `${clockTimeFrom(now, one.at, declaration.zone)} · ${canWords(one)}`,
		title: `What ${nameOf(staffing, one.person)} reported`,
		offers: [{label: 'new report', line: `can @${one.person} `}],
	}));

/** The call that runs, the last heartbeat and when the next is due, objectives of the period, what experts reported. */
export const rhythmPane: ListPane = {
	title: ({rhythm}, now) => {
		const next = lastHeartbeat(rhythm)?.nextAt;
		return next === undefined ? 'Rhythm' : `Rhythm · heartbeat ${timeLeft(next, now)}`;
	},
	empty: 'None yet: /call, or /heartbeat what happened | what it means | done | next',
	rows: (board, now) => [callRows, heartbeatRows, periodRows, canRows].flatMap(rows => rows(board, now)),
};
