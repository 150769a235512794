export const GROUND = '#14171C';
export const INK = '#F4F6F8';
/** Names, and words where there is nothing to do; 11 to 1 on the ground. */
export const PALE = '#C4CBD6';
export const LINE = '#2A303A';
export const GREY = '#8A94A3';
export const BLUE = '#4C9DF5';
export const RED = '#F2555A';
export const GREEN = '#34C77B';
export const AMBER = '#F5B53D';
export const VIOLET = '#9B7CF4';
