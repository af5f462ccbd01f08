import {describe, expect, it} from 'vitest';
import {type Item, type Listed, rowsInSight, type Top, topOf} from '../../source/looks/list.ts';
import * as fc from '../support/fast-check.ts';

/** A list whose items are as tall as these numbers say. */
const listOf = (heights: readonly number[], selected: number, height: number, top?: Top): Listed => ({
	count: heights.length,
	itemAt: (index): Item => ({
		key: String(index),
		rows: Array.from({length: heights[index] ?? 0}, () => [{text: String(index)}]),
	}),
	selected,
	height,
	top,
});

const shown = (list: Listed): string =>
	rowsInSight(list)
		.map(row => row.index)
		.join('');

describe('a list', () => {
	it('stays where it is as long as the selected row is in sight', () => {
		const heights = Array.from({length: 10}, () => 1);
		expect(shown(listOf(heights, 3, 4, {index: 2, skip: 0}))).toBe('2345');
		expect(shown(listOf(heights, 5, 4, {index: 2, skip: 0}))).toBe('2345');
	});

	it('moves by as much as it must, up or down', () => {
		const heights = Array.from({length: 10}, () => 1);
		expect(shown(listOf(heights, 6, 4, {index: 2, skip: 0}))).toBe('3456');
		expect(shown(listOf(heights, 1, 4, {index: 2, skip: 0}))).toBe('1234');
	});

	it('shows the whole of an item, and of one taller than itself the beginning', () => {
		expect(shown(listOf([1, 3, 1], 1, 3, {index: 0, skip: 0}))).toBe('111');
		expect(shown(listOf([1, 9, 1], 1, 3, {index: 0, skip: 0}))).toBe('111');
		expect(topOf(listOf([1, 9, 1], 1, 3, {index: 0, skip: 0}))).toEqual({index: 1, skip: 0});
	});

	it('ends with the newest where that is asked for, with part of the one that does not fit', () => {
		expect(shown({...listOf([4, 3, 2], 2, 7), isAtEnd: true})).toBe('0011122');
	});

	it('fills its room from above when it has become shorter', () => {
		expect(shown(listOf([1, 1, 1, 1, 1], 4, 4, {index: 4, skip: 0}))).toBe('1234');
	});

	it('keeps the selected item wholly in sight and leaves no row empty that could be filled', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({min: 1, max: 4}), {minLength: 1, maxLength: 30}),
				fc.nat(40),
				fc.integer({min: 1, max: 12}),
				fc.option(fc.record({index: fc.nat(40), skip: fc.nat(3)}), {nil: undefined}),
				(heights, at, height, top) => {
					const selected = at % heights.length;
					const rows = rowsInSight(listOf(heights, selected, height, top));
					const own = heights[selected] ?? 0;
					expect(rows.filter(row => row.index === selected).length).toBe(Math.min(own, height));
					const all = heights.reduce((sum, one) => sum + one, 0);
					expect(rows.length).toBe(Math.min(all, height));
				},
			),
		);
	});
});
