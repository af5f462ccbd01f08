import type {Holder, Member, Responsibilities, Role} from './shape.ts';

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The role that a word names: by its key or its title. */
export const roleNamed = ({roles}: Responsibilities, word: string): Role | undefined =>
	roles.find(one => same(one.key, word)) ?? roles.find(one => same(one.title, word));

/** The person that a word names: by handle or name. */
export const memberNamed = ({people}: Responsibilities, word: string): Member | undefined =>
	people.find(one => same(one.handle, word)) ?? people.find(one => same(one.name, word));

/** What a word is called: a role's title, a person's name, or the word itself where the file knows neither. */
export const called = (matrix: Responsibilities, word: string): string =>
	roleNamed(matrix, word)?.title ?? memberNamed(matrix, word)?.name ?? word;

/** A person's name; the word itself where the file does not know them. */
export const personCalled = (matrix: Responsibilities, word: string): string => memberNamed(matrix, word)?.name ?? word;

/** Who holds a role on a day: appointed by then, where that is said, and not past their last day. */
export const holdersOn = ({holders}: Role, day: string): readonly Holder[] =>
	holders.filter(
		({appointed, until}) => (appointed === undefined || appointed <= day) && (until === undefined || until >= day),
	);

/** Whether the file must name somebody: not for a group, and not where each incident says who it is. */
export const isToBeNamed = ({group, perIncident}: Role): boolean => group === undefined && !perIncident;

/** True when the file says that this person left the organisation before the day. */
export const hasLeft = (matrix: Responsibilities, word: string, day: string): boolean => {
	const left = memberNamed(matrix, word)?.left;
	return left !== undefined && left <= day;
};

/** Everybody of whom the matrix asks something on a day: holders of roles, and people that tasks name; each once, in order. */
export const everybody = (matrix: Responsibilities, day: string): readonly string[] => {
	const named = matrix.tasks.flatMap(({responsible, accountable, consulted, informed}) =>
		[...responsible, ...accountable, ...consulted, ...informed].filter(word => roleNamed(matrix, word) === undefined),
	);
	const holding = matrix.roles.flatMap(role => holdersOn(role, day).map(one => one.person));
	return [...new Set([...holding, ...named].map(word => personCalled(matrix, word)))];
};

/** The first review that is due, as the newest review says; undefined where none was promised. */
export const nextReview = ({reviewed}: Responsibilities): string | undefined =>
	reviewed.toSorted((a, b) => a.on.localeCompare(b.on)).at(-1)?.next;
