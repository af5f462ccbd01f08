import {describe, expect, it, test} from 'vitest';
import {atMost, depthOf, groundOf} from '../../source/looks/depth.ts';

describe('how many colours a terminal has', () => {
	test.each([
		['any, where it says truecolor', {TERM: 'xterm-256color', COLORTERM: 'truecolor'}, 'truecolour'],
		['any, where it says 24bit', {TERM: 'xterm-256color', COLORTERM: '24bit'}, 'truecolour'],
		['any, by the name of kitty', {TERM: 'xterm-kitty'}, 'truecolour'],
		['any, by a name that ends in direct', {TERM: 'xterm-direct'}, 'truecolour'],
		['any, in iTerm 3', {TERM: 'xterm', TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.5.0'}, 'truecolour'],
		['256, in iTerm 2', {TERM: 'xterm', TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '2.1'}, '256'],
		['256, by its name', {TERM: 'xterm-256color'}, '256'],
		['256, in the terminal of a Mac', {TERM: 'xterm', TERM_PROGRAM: 'Apple_Terminal'}, '256'],
		['sixteen, on the console', {TERM: 'linux'}, '16'],
		['sixteen, where COLORTERM says something else', {TERM: 'rxvt', COLORTERM: 'rxvt'}, '16'],
		['sixteen, where nothing is said', {}, '16'],
		['none, on a dumb one', {TERM: 'dumb', COLORTERM: 'truecolor'}, 'none'],
		['none, where NO_COLOR says so', {TERM: 'xterm-256color', COLORTERM: 'truecolor', NO_COLOR: '1'}, 'none'],
		['as many as ever, where NO_COLOR is empty', {TERM: 'xterm-256color', NO_COLOR: ''}, '256'],
	] as const)('%s', (_, env, depth) => {
		expect(depthOf(env)).toBe(depth);
	});

	it('takes no true colour from GNU screen, which would blink instead, but from tmux under the same name', () => {
		const around = {COLORTERM: 'truecolor'};
		expect(depthOf({...around, TERM: 'screen-256color'})).toBe('256');
		expect(depthOf({...around, TERM: 'screen.xterm-256color'})).toBe('256');
		expect(depthOf({...around, TERM: 'screen'})).toBe('16');
		expect(depthOf({...around, TERM: 'screen-256color', TMUX: '/tmp/tmux-1000/default,1,0'})).toBe('truecolour');
	});

	it('can be held to fewer, never to more', () => {
		expect(atMost('16', 'truecolour')).toBe('16');
		expect(atMost('16', 'none')).toBe('none');
		expect(atMost('truecolour', '256')).toBe('256');
	});
});

describe('the ground of a terminal', () => {
	test.each([
		['15;0', 'dark'],
		['0;15', 'light'],
		['0;default;7', 'light'],
		['7;8', 'dark'],
		['12;default', undefined],
		['', undefined],
		[undefined, undefined],
	] as const)('with COLORFGBG %s is %s', (said, ground) => {
		expect(groundOf({COLORFGBG: said})).toBe(ground);
	});
});
