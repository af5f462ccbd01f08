import {describe, expect, it} from 'vitest';
import {drawDecisions} from '../../../source/duties/decisions/pane.tsx';
import {picture} from '../../support/picture.ts';
import {at, staffed, type Story} from '../../support/spec.ts';

const shown = ({board}: Story, clock?: string): string =>
	picture(
		drawDecisions(board, clock === undefined ? undefined : at(clock), {
			size: {width: 100, height: 8},
			selected: 0,
			isFocused: false,
		}),
		100,
	);

describe('the pane of decisions', () => {
	const decided = staffed.and('[10:10] decide payments offline next 10:40 because keys leak');

	it('shows the next decision point with its countdown, or its time alone where there is no clock', () => {
		expect(shown(decided)).toContain('because keys leak · next 10:40 ');
		expect(shown(decided, '10:30')).toContain('next 10:40, in 10m');
		expect(shown(decided, '10:45')).toContain('next 10:40, 5m late');
	});

	it('shows a point no longer once something was decided at it', () => {
		expect(shown(decided.and('[10:40] decide on it'), '10:50')).not.toContain('next');
	});

	it('counts strong objections, and names the actions that followed a recommendation', () => {
		const objected = decided.and('object D1 @chen because evidence is lost');
		expect(shown(decided)).not.toContain('objection');
		expect(shown(objected)).toContain(' · 1 strong objection · next');
		expect(shown(objected.and('object D1 @ana because it hurts'))).toContain('2 strong objections');
		const recommended = staffed.and('[10:05 @ana] recommend payments offline');
		const on = `on:${recommended.entries.length}`;
		// Ana acts on her own word: what she recommended still waits.
		const followed = recommended.and(`[10:06 @ana] action payments offline @ana ${on}`);
		expect(shown(followed)).toContain('recommends payments offline · followed by A1');
		// Given by somebody else it is the answer to it.
		expect(shown(recommended.and(`action payments offline @ana ${on}`))).not.toContain('recommends');
	});
});
