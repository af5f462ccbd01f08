/** Whether a reference is of the series in which drills are declared. */
export const isDrillReference = (reference: string): boolean => /^DRILL-/iu.test(reference);
