/** Stands where Ink would load React's developer tools; the bundle carries none. */
export default {initialize() {}, connectToDevTools() {}};
