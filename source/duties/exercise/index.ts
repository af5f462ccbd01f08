import {duty, type Telling} from '../../duty.ts';
import {timeFrom, elapsed, second} from '../../time.ts';
import {because} from '../../words.ts';
import {exerciseCommands} from './commands.ts';
import {exerciseRules} from './doctrine.ts';
import {type ExerciseEvent, exerciseSchemas} from './events.ts';
import {exerciseSection} from './section.ts';
import {exerciseEvolution, noExercise, ratingWords} from './state.ts';

const telling: Telling<ExerciseEvent> = {
	'drill-begun': ({title}) => `EXERCISE begins: ${title}`,
	'drill-paced': ({at, speed}, {declaration}, before) => {
		const pace = speed === 0 ? 'paused' : `runs at ×${speed}`;
		return elapsed(before, at) < second
			? `EXERCISE ${pace}`
			: `EXERCISE moves on to ${timeFrom(before, at, declaration.zone)}, ${pace}`;
	},
	'inject-delivered': ({number, text, from, to, means}) =>
		[
			`EXERCISE inject${number === undefined ? '' : ` ${number}`}`,
			...(from === undefined ? [] : [` from ${from}`]),
			...(to === undefined ? [] : [` to ${to}`]),
			...(means === undefined ? [] : [` by ${means}`]),
			`: ${text}`,
		].join(''),
	'expectation-observed': ({expectation, isMet, text}) =>
		`evaluator: expectation ${expectation} ${isMet ? 'met' : 'missed'}${text === undefined ? '' : `: ${text}`}`,
	'hot-wash-noted': ({text}) => `hot wash: ${text}`,
	'drill-ended': ({reason}) => `EXERCISE ends${because(reason)}`,
	'objective-rated': ({objective, rating, reason}) =>
		`objective ${objective} rated ${rating}, ${ratingWords[rating]}${because(reason)}`,
};

export const exercise = duty<'exercise', ExerciseEvent>({
	name: 'exercise',
	title: 'Exercise',
	schemas: exerciseSchemas,
	initial: noExercise,
	evolution: exerciseEvolution,
	telling,
	commands: exerciseCommands,
	rules: exerciseRules,
	section: exerciseSection,
});
