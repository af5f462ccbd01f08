/*
What one screen remembers, and what may become of it: `state` is what it is, `lines` what is typed, `focus` where keys go
and what the lists show, `layers` what lies over the board, `pastes` what is asked about a text of many lines.
*/
export * from './session/state.ts';
export * from './session/layers.ts';
export * from './session/pastes.ts';
export * from './session/lines.ts';
export * from './session/focus.ts';
