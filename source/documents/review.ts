import {isRefusal} from '../refusal.ts';
import {fillTemplate} from './fill.ts';
import type {DocumentView} from './incident-log.ts';
import {readTemplate, type Template} from './template.ts';
import {forms} from './templates/index.ts';

/** The form of that name, read. Throws where a form that comes with the program cannot be read: a test sees to it. */
export const formNamed = (name: string): Template | undefined => {
	const form = forms.find(one => one.name === name);
	if (form === undefined) {
		return undefined;
	}

	const read = readTemplate(form.text);
	if (isRefusal(read)) {
		throw new Error(`The form ${name}: ${read.refused} ${read.mend}`);
	}

	return read;
};

/** The post-incident review in the form that was asked for: what the log knows, and gaps for what it cannot know. */
export const review = (view: DocumentView): string => {
	const template = view.options?.template ?? formNamed(forms[0]?.name ?? '');
	return template === undefined ? '' : fillTemplate(template, view);
};
